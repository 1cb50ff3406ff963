import Foundation
public import PlanModel

/// Finds the departments that a text names in the registry, and proposes entries for those it does not hold.
public struct OrganizationMatcher: Sendable {
    private var byName: [String: OrganizationID] = [:]
    private let registered: Registry
    private var identifiers: Set<OrganizationID>
    /// New entries, in the order in which the text names them.
    public private(set) var proposals: [Organization] = []

    /// Creates a matcher for a registry.
    public init(registry: Registry) {
        registered = registry
        identifiers = Set(registry.organizations.map(\.id))
        for organization in registry.organizations {
            for name in [organization.name] + organization.aliases where byName[Self.key(name)] == nil {
                byName[Self.key(name)] = organization.id
            }
        }
    }

    /// The organization of the registry that a name means; nil when there is none.
    public func known(_ name: String) -> OrganizationID? {
        let key = Self.key(name)
        if let whole = byName[key] { return whole }
        guard let open = key.firstIndex(of: "("), key.last == ")" else { return nil }
        return byName[String(key[..<open])]
    }

    /// The identifier of a name, from the registry or newly proposed; nil when the name gives none.
    mutating func identifier(for name: String) -> OrganizationID? {
        if let known = known(name) { return known }
        guard let identifier = newIdentifier(for: name) else { return nil }
        identifiers.insert(identifier)
        byName[Self.key(name)] = identifier
        proposals.append(Organization(id: identifier, name: name))
        return identifier
    }

    /// The department whose field a title names: 教育 in 教育事业发展规划 is that of 市教育局.
    func responsible(for title: String) -> OrganizationID? {
        var best: (length: Int, id: OrganizationID)?
        for organization in registered.organizations {
            let core = Self.field(of: organization.name)
            guard core.count >= 2, title.contains(core), core.count > best?.length ?? 1 else { continue }
            best = (core.count, organization.id)
        }
        return best?.id
    }

    /// 教育 of 市教育局, 发展改革 of 市发展改革委.
    private static func field(of name: String) -> String {
        var core = Substring(name)
        if let open = core.firstIndex(of: "（") { core = core[..<open] }
        if let first = core.first, "市省县区".contains(first) { core.removeFirst() }
        guard let last = core.last, "局委厅办部".contains(last) else { return "" }
        return String(core.dropLast())
    }

    private static func key(_ name: String) -> String {
        let half = name.unicodeScalars.filter { !$0.isBlank }.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "（", "〔", "［": "("
            case "）", "〕", "］": ")"
            default: scalar
            }
        }
        return String(scalars: half)
    }

    private func newIdentifier(for name: String) -> OrganizationID? {
        let latin =
            name.applyingTransform(.mandarinToLatin, reverse: false)?
            .applyingTransform(.stripDiacritics, reverse: false) ?? ""
        var letters = ""
        for scalar in latin.lowercased().unicodeScalars {
            if scalar.isDigit || (0x61...0x7A).contains(scalar.value) {
                letters.unicodeScalars.append(scalar)
            } else if !letters.isEmpty, letters.last != "-" {
                letters += "-"
            }
        }
        let base = String(letters.prefix(60)).trimmingCharacters(in: CharacterSet(charactersIn: "-"))
        let stem = base.isEmpty ? "organization" : base
        for suffix in [""] + (2...999).map({ "-\($0)" }) {
            if let identifier = OrganizationID(stem + suffix), !identifiers.contains(identifier) { return identifier }
        }
        return nil
    }
}
