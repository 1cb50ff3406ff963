import Diagnostics
import Foundation
import Testing

@testable import PlanFiles

@Suite("The schema files of the package")
struct SchemaFilesTests {
    @Test("are all there and use only what the validator knows", arguments: WorkspaceReader.SchemaFile.allCases)
    func load(file: WorkspaceReader.SchemaFile) throws {
        let content = try #require(try Fixture.schemas()[file.path])
        #expect(throws: Never.self) { _ = try JSONSchemaValidator(file: file.path, bytes: Array(content.utf8)) }
    }

    @Test("explain every key in Chinese and English", arguments: WorkspaceReader.SchemaFile.allCases)
    func explained(file: WorkspaceReader.SchemaFile) throws {
        let content = try #require(try Fixture.schemas()[file.path])
        let yaml = try #require(YAMLFile.read(file: file.path, bytes: Array(content.utf8)).0)
        for schema in [yaml.root] + (yaml.root["$defs"]?.entries.map(\.value) ?? []) {
            #expect(schema["title"]?.text != nil && schema["description"]?.text != nil, "\(schema.place)")
            for property in Self.properties(schema) {
                #expect(property.value["title"]?.text != nil, "\(file.path): \(property.key)")
                #expect(property.value["description"]?.text != nil, "\(file.path): \(property.key)")
            }
        }
    }

    private static func properties(_ schema: YAMLNode) -> [YAMLNode.Entry] {
        let own = schema["properties"]?.entries ?? []
        return own + own.flatMap { properties($0.value) }
    }

    @Test("refuse every key they do not name", arguments: WorkspaceReader.SchemaFile.allCases)
    func closed(file: WorkspaceReader.SchemaFile) throws {
        let content = try #require(try Fixture.schemas()[file.path])
        let yaml = try #require(YAMLFile.read(file: file.path, bytes: Array(content.utf8)).0)
        var schemas = [yaml.root] + (yaml.root["$defs"]?.entries.map(\.value) ?? [])
        while let schema = schemas.popLast() {
            schemas += schema["properties"]?.entries.map(\.value) ?? []
            guard schema["properties"] != nil else { continue }
            #expect(schema["additionalProperties"]?.boolean == false, "\(file.path):\(schema.place.line)")
        }
    }
}

@Suite("A schema")
struct JSONSchemaValidatorTests {
    private func validate(_ schema: String, _ text: String) throws -> [String] {
        let validator = try JSONSchemaValidator(file: "s.json", bytes: Array(schema.utf8))
        let file = try #require(YAMLFile.read(file: "f.yaml", bytes: Array(text.utf8)).0)
        return validator.validate(file).map { "\($0.location.line):\($0.location.column) \($0.code)" }
    }

    /// A schema, a text, and the problems expected.
    struct Keyword: Sendable {
        let schema: String
        let text: String
        let expected: [String]

        init(_ schema: String, _ text: String, _ expected: String...) {
            self.schema = schema
            self.text = text
            self.expected = expected
        }
    }

    @Test("means what JSON Schema 2020-12 says", arguments: keywords)
    func keyword(_ keyword: Keyword) throws {
        #expect(try validate(keyword.schema, keyword.text) == keyword.expected)
    }

    static let keywords: [Keyword] = [
        Keyword(##"{"type": "integer"}"##, "5"),
        Keyword(##"{"type": "integer"}"##, "5.5", "1:1 schema.wrong-type"),
        Keyword(##"{"type": "number"}"##, "5"),
        Keyword(##"{"type": ["string", "null"]}"##, "~"),
        Keyword(##"{"type": ["string", "null"]}"##, "5", "1:1 schema.wrong-type"),
        Keyword(##"{"enum": ["a", 1, true]}"##, "1"),
        Keyword(##"{"enum": ["a", 1, true]}"##, "\"1\"", "1:1 schema.not-allowed"),
        Keyword(##"{"const": 1}"##, "2", "1:1 schema.not-allowed"),
        Keyword(##"{"minLength": 2, "maxLength": 3}"##, "一二三"),
        Keyword(##"{"minLength": 2, "maxLength": 3}"##, "一", "1:1 schema.too-short"),
        Keyword(##"{"minLength": 2, "maxLength": 3}"##, "一二三四", "1:1 schema.too-long"),
        Keyword(##"{"pattern": "b"}"##, "abc"),
        Keyword(##"{"pattern": "^b"}"##, "abc", "1:1 schema.wrong-form"),
        Keyword(##"{"pattern": "^a$"}"##, "\"a\\n\"", "1:1 schema.wrong-form"),
        Keyword(##"{"format": "date"}"##, "2023-02-29", "1:1 schema.wrong-form"),
        Keyword(##"{"format": "period"}"##, "2023-H1"),
        Keyword(##"{"minimum": 0, "maximum": 1}"##, "0.5"),
        Keyword(##"{"minimum": 0, "maximum": 1}"##, "1.01", "1:1 schema.out-of-range"),
        Keyword(##"{"exclusiveMinimum": 0}"##, "0", "1:1 schema.out-of-range"),
        Keyword(##"{"items": {"type": "string"}, "minItems": 1}"##, "[a, 5]", "1:5 schema.wrong-type"),
        Keyword(##"{"minItems": 1}"##, "[]", "1:1 schema.item-count"),
        Keyword(##"{"maxItems": 1}"##, "[a, b]", "1:1 schema.item-count"),
        Keyword(##"{"uniqueItems": true}"##, "[a, b, a]", "1:8 schema.not-unique"),
        Keyword(##"{"required": ["a"]}"##, "{b: 1}", "1:1 schema.missing-key"),
        Keyword(##"{"properties": {"a": {"type": "null"}}}"##, "{a: 1, b: 2}", "1:5 schema.wrong-type"),
        Keyword(##"{"additionalProperties": false}"##, "{a: 1}", "1:2 schema.unknown-key"),
        Keyword(##"{"additionalProperties": {"type": "string"}}"##, "{a: 1}", "1:5 schema.wrong-type"),
        Keyword(##"{"propertyNames": {"pattern": "^a"}}"##, "{b: 1}", "1:2 schema.wrong-form"),
        Keyword(##"{"$ref": "#/$defs/x", "$defs": {"x": {"type": "string"}}}"##, "5", "1:1 schema.wrong-type"),
        Keyword(
            ##"{"$ref": "#/$defs/x", "$defs": {"x": {"items": {"$ref": "#/$defs/x"}, "maxItems": 1}}}"##,
            "[[[a, b]]]",
            "1:3 schema.item-count"
        ),
    ]

    @Test(
        "is refused when it says something the validator does not know",
        arguments: [
            #"{"oneOf": []}"#, #"{"type": "text"}"#, #"{"pattern": "("}"#, #"{"format": "email"}"#,
            #"{"minItems": "1"}"#,
            #"{"$ref": "other.json"}"#, #"{"items": [1]}"#, #"{"properties": {"a": true}}"#,
        ]
    )
    func refused(schema: String) throws {
        let error = try #require(throws: DiagnosticsError.self) {
            _ = try JSONSchemaValidator(file: "s.json", bytes: Array(schema.utf8))
        }
        #expect(error.diagnostics.map(\.code) == ["configuration.bad-schema"])
        #expect(error.diagnostics.allSatisfy { !$0.help.isEmpty })
    }
}
