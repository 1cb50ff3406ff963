/// Tells for each block, in order, whether it belongs to the body, to an annex, to the list of annexes or to the end matter.
struct AnnexSplitter {
    /// Where a block belongs.
    enum Part {
        case main
        case annexHead
        case annex
        case list
        case end
    }

    private var inAnnex = false
    private var inEnd = false
    private var listed: [[Unicode.Scalar]] = []
    private var lastListed: Int?
    /// Whether a heading has come; before it everything is front matter.
    private var isLate = false

    /// The part of the next block.
    mutating func part(of block: Block, next: Block?) -> Part {
        guard case .paragraph(let paragraph) = block else {
            inEnd = false
            return inAnnex ? .annex : .main
        }
        let compact = paragraph.compact.scalars
        if HeadingMarker.parse(paragraph.scalars) != nil { isLate = true }
        if let citation = Annexes.citation(paragraph.scalars), isLate {
            inEnd = false
            return annexPart(paragraph, citation, next: next)
        }
        if let last = lastListed, let marker = HeadingMarker.parse(paragraph.scalars), marker.style == .arabic,
            marker.number == last + 1, !compact.contains("。"), compact.count <= 60
        {
            lastListed = marker.number
            listed.append(Array(compact.dropFirst(marker.length)))
            return .list
        }
        lastListed = nil
        if isLate, EndMatter.starts(compact) || EndMatter.isPrinting(compact) {
            inEnd = true
            return .end
        }
        if isLate, EndMatter.isSignature(compact), isFollowedByDate(next) {
            inEnd = true
            return .end
        }
        if inEnd, isFormal(compact) { return .end }
        inEnd = false
        return inAnnex ? .annex : .main
    }

    private func isFollowedByDate(_ next: Block?) -> Bool {
        guard case .paragraph(let paragraph)? = next else { return false }
        let compact = paragraph.compact.scalars
        return EndMatter.isDate(compact) || EndMatter.isPrinting(compact)
    }

    private func isFormal(_ compact: [Unicode.Scalar]) -> Bool {
        EndMatter.isSignature(compact) || EndMatter.isDate(compact) || EndMatter.isPrinting(compact)
            || (compact.count <= 60 && HeadingMarker.parse(compact) == nil && !compact.contains("。"))
            || compact.ends(with: "有关单位。") || compact.ends(with: "部队。")
    }

    private mutating func annexPart(_ paragraph: Prose, _ citation: Annexes.Citation, next: Block?) -> Part {
        let name = paragraph.from(citation.labelLength).withoutFinalStop.compact.scalars
        if citation.isBare {
            inAnnex = true
            lastListed = nil
            return .annexHead
        }
        let known = listed.contains { $0 == name || ($0.count > 3 && name.ends(with: Word($0))) }
        var beforeTable = false
        if case .table? = next { beforeTable = true }
        if known || beforeTable || inAnnex {
            inAnnex = true
            return .annexHead
        }
        let marker = HeadingMarker.parse(paragraph.from(citation.labelLength).scalars)
        let hasInnerNumber = marker?.style == .arabic
        lastListed = hasInnerNumber ? marker?.number : citation.number
        listed.append(hasInnerNumber ? Array(name.dropFirst(marker?.length ?? 0)) : name)
        return .list
    }
}
