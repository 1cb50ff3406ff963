import PlanModel

extension Explainer {
    /// The name of the page that explains every number of a plan, beside its documents.
    static let pageName = "explain.html"

    /// Every page and document that an item stands in, at the anchor of what shows it.
    func places(of item: ItemID, standingAt anchor: ItemID) -> [Provenance.Place] {
        let plan = view.plan.id
        let page = Provenance.Place(path: "\(plan)/index.html#\(anchor)", title: "实施进展")
        return documents(at: anchor.text) + [page, explanation(of: item.text)]
    }

    /// Every page and document that prints counts.
    var placesOfCounts: [Provenance.Place] {
        let page = Provenance.Place(path: "\(view.plan.id)/index.html#overview", title: "实施进展")
        let front = Provenance.Place(path: "index.html", title: "首页")
        return documents(at: "conclusion") + [page, front, explanation(of: Self.summaryIdentifier)]
    }

    /// The documents; anchors lead to places in HTML only.
    private func documents(at anchor: String) -> [Provenance.Place] {
        DocumentKind.allCases.flatMap { kind in
            let path = "\(view.plan.id)/\(kind.rawValue)"
            return [
                Provenance.Place(path: "\(path).html#\(anchor)", title: "\(kind.chinese)（HTML）"),
                Provenance.Place(path: "\(path).xml", title: "\(kind.chinese)（XML）"),
            ]
        }
    }

    private func explanation(of id: String) -> Provenance.Place {
        Provenance.Place(path: "\(view.plan.id)/\(Self.pageName)#\(id)", title: "数据溯源")
    }
}
