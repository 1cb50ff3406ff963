import Foundation

/// One schema of a JSON Schema file, compiled: every keyword is known and its value is of the right type.
final class SchemaRule {
    /// What happens to keys that `properties` does not name.
    enum AdditionalProperties {
        case allowed
        case refused
        case rule(SchemaRule)
    }

    /// A regular expression that was checked when the schema was loaded.
    struct Pattern {
        let text: String
        let regex: Regex<AnyRegexOutput>
    }

    /// The formats that are checked.
    enum Format: String, CaseIterable {
        /// `YYYY-MM-DD`, a day that exists.
        case date
        /// A period of ISO 8601 or SDMX; our own.
        case period
    }

    /// The name in Chinese.
    var title: String?
    /// What it is, in English.
    var description: String?
    var types: [JSONType] = []
    /// `enum`, or the one value of `const`.
    var values: [YAMLNode.Scalar]?
    var properties: [String: SchemaRule] = [:]
    /// The names of `properties` in the order of the schema.
    var propertyNames: [String] = []
    var required: [String] = []
    var additionalProperties = AdditionalProperties.allowed
    var propertyNamesRule: SchemaRule?
    var items: SchemaRule?
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
    var minLength: Int?
    var maxLength: Int?
    var pattern: Pattern?
    var format: Format?
    var minimum: Decimal?
    var exclusiveMinimum: Decimal?
    var maximum: Decimal?
    /// The name in `$defs` that `$ref` points to.
    var reference: String?
}
