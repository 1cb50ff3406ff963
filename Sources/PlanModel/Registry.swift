/// A division that figures are collected for: the city, its districts and county-level cities, its functional zones.
public struct Area: Hashable, Sendable {
    /// Which list the code is from.
    public enum CodeSystem: String, Sendable, CaseIterable {
        /// GB/T 2260, codes for the administrative divisions of the People's Republic of China.
        case gbt2260 = "GB/T 2260"
        /// The National Bureau of Statistics' codes for statistics, used for functional zones that GB/T 2260 does not list.
        case statistical = "统计用区划代码"
    }

    /// The six-digit code.
    public var code: AreaCode
    /// Which list the code is from.
    public var codeSystem: CodeSystem
    /// The full name, such as 芝罘区.
    public var name: String
    /// The code of the division it belongs to; nil for the topmost.
    public var parent: AreaCode?
    /// Other names it goes by in returns and texts.
    public var aliases: [String]

    /// Creates an area from its parts.
    public init(
        code: AreaCode,
        codeSystem: CodeSystem = .gbt2260,
        name: String,
        parent: AreaCode? = nil,
        aliases: [String] = []
    ) {
        self.code = code
        self.codeSystem = codeSystem
        self.name = name
        self.parent = parent
        self.aliases = aliases
    }
}

/// A department or body that a plan makes responsible for something.
public struct Organization: Hashable, Sendable {
    /// The identifier used in plan files.
    public var id: OrganizationID
    /// The name printed in documents.
    public var name: String
    /// Other names it goes by in the official texts.
    public var aliases: [String]

    /// Creates an organization from its parts.
    public init(id: OrganizationID, name: String, aliases: [String] = []) {
        self.id = id
        self.name = name
        self.aliases = aliases
    }
}

/// The names and codes that all plans share.
public struct Registry: Hashable, Sendable {
    /// The areas in the order of the registry file.
    public let areas: [Area]
    /// The organizations in the order of the registry file.
    public let organizations: [Organization]

    private let areaIndex: [AreaCode: Int]
    private let organizationIndex: [OrganizationID: Int]

    /// Creates a registry; of two entries with one code or identifier the first counts (loading reports the second).
    public init(areas: [Area], organizations: [Organization]) {
        self.areas = areas
        self.organizations = organizations
        areaIndex = Dictionary(areas.indices.map { (areas[$0].code, $0) }) { first, _ in first }
        organizationIndex = Dictionary(organizations.indices.map { (organizations[$0].id, $0) }) { first, _ in first }
    }

    /// The area with a code.
    public func area(_ code: AreaCode) -> Area? { areaIndex[code].map { areas[$0] } }

    /// The organization with an identifier.
    public func organization(_ id: OrganizationID) -> Organization? { organizationIndex[id].map { organizations[$0] } }

    /// The organization that goes by a name, its own or an alias.
    public func organization(named name: String) -> Organization? {
        organizations.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The areas directly below an area, in the order of the registry.
    public func areas(within code: AreaCode) -> [Area] { areas.filter { $0.parent == code } }
}
