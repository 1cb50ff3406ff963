/// Goes through a template once and takes what a selector's last step matches, outermost nodes only.
struct SelectorSearch {
    let template: ParsedTemplate
    let steps: [MarkupSelector.Step]
    private var result: [TemplateNode] = []

    init(template: ParsedTemplate, steps: [MarkupSelector.Step]) {
        self.template = template
        self.steps = steps
    }

    /// Which steps some elements matched.
    private struct Matched {
        /// The parent did.
        var parent: Set<Int>
        /// Some ancestor did.
        var ancestors: Set<Int>
    }

    mutating func run() -> [TemplateNode] {
        // The step before the first is matched by the template itself.
        search(template.nodes, Matched(parent: [-1], ancestors: [-1]))
        return result
    }

    private mutating func search(_ nodes: [TemplateNode], _ outer: Matched) {
        var counts = Array(repeating: 0, count: steps.count)
        for node in nodes {
            let found = steps.indices.filter { matches(node, step: $0, outer, &counts) }
            if found.last == steps.count - 1 {
                result.append(node)
                continue
            }
            switch node {
            case .element(let element):
                let inner = Matched(parent: Set(found), ancestors: outer.ancestors.union(found))
                search(element.children, inner)
            case .conditionalComment(_, let children, _): search(children, outer)
            default: break
            }
        }
    }

    /// Whether a node matches a step; the matches of one parent's children are counted.
    private func matches(_ node: TemplateNode, step number: Int, _ outer: Matched, _ counts: inout [Int]) -> Bool {
        let step = steps[number]
        guard (step.isDeep ? outer.ancestors : outer.parent).contains(number - 1), matches(node, step) else {
            return false
        }
        guard let position = step.position else { return true }
        counts[number] += 1
        return position.contains(counts[number] - 1)
    }

    private func matches(_ node: TemplateNode, _ step: MarkupSelector.Step) -> Bool {
        switch (step.kind, node) {
        case (.content, _), (.text, .text), (.comment, .comment), (.cdata, .cdata): return true
        case (.element, .element(let element)): return matches(element, step)
        case (.doctype, .other(let range)): return starts(range, with: "<!doctype")
        case (.declaration, .other(let range)): return starts(range, with: "<?xml ")
        case (.instruction, .other(let range)): return starts(range, with: "<?") && !starts(range, with: "<?xml ")
        default: return false
        }
    }

    private func starts(_ range: Range<Int>, with text: String) -> Bool {
        template.source.string(range).lowercased().hasPrefix(text)
    }

    private func matches(_ element: ElementNode, _ step: MarkupSelector.Step) -> Bool {
        if let reference = step.reference, !isReferred(element, as: reference) { return false }
        if let name = step.name, element.key != (template.mode == .html ? name.lowercased() : name),
            step.reference != nil || !isReferred(element, as: name)
        {
            return false
        }
        return step.conditions.allSatisfy { condition in condition.holds { plain($0, of: element) } }
    }

    /// Whether a name is that of the element's fragment or `th:ref`.
    private func isReferred(_ element: ElementNode, as name: String) -> Bool {
        if let signature = FragmentSignature(element, template), signature.name == name { return true }
        if plain("th:ref", of: element) == name { return true }
        return template.mode == .html && plain("data-th-ref", of: element) == name
    }

    private func plain(_ key: String, of element: ElementNode) -> String? {
        guard let attribute = element.attribute(key) else { return nil }
        guard let range = attribute.value else { return "" }
        return AttributeText.chars(template.source, range, mode: template.mode).string
    }
}
