/// A name that data files use to point at something: lower-case letters, digits, `-` and `.`, not starting with a sign.
///
/// `Kind` only keeps identifiers of different things apart: an `Identifier<Plan>` cannot be used for a task.
public struct Identifier<Kind>: Hashable, Sendable {
    /// The identifier's text.
    public let text: String

    /// Accepts `[a-z0-9][a-z0-9.-]*`, at most 80 characters; nil otherwise.
    public init?(_ text: String) {
        guard (1...80).contains(text.utf8.count), text.utf8.first.map(Self.isAlphanumeric) == true,
            text.utf8.allSatisfy({ Self.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        self.text = text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

extension Identifier: CustomStringConvertible {
    /// The identifier's text.
    public var description: String { text }
}

extension Identifier: Comparable {
    /// Orders by the bytes of the text.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }
}

/// The identifier of a plan, also the name of its folder.
public typealias PlanID = Identifier<Plan>
/// The identifier of anything in a plan that can be pointed at: chapter, task, goal, project, indicator, target, measure.
public typealias ItemID = Identifier<Item>
/// The identifier of an organization in the registry.
public typealias OrganizationID = Identifier<Organization>

/// The kind behind ``ItemID``; never instantiated.
public enum Item: Sendable {}

/// A division code of GB/T 2260 (six digits), or a statistical code of the same form where the standard has none.
public struct AreaCode: Hashable, Sendable {
    /// The six digits.
    public let text: String

    /// Accepts six ASCII digits, the first not 0; nil otherwise.
    public init?(_ text: String) {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.first != 0x30
        else { return nil }
        self.text = text
    }
}

extension AreaCode: CustomStringConvertible {
    /// The six digits.
    public var description: String { text }
}

extension AreaCode: Comparable {
    /// Orders by code.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.text < rhs.text }
}
