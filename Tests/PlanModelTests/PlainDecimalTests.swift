import Foundation
import PlanModel
import Testing

@Suite("A plain decimal number")
struct PlainDecimalTests {
    @Test(
        "is read exactly",
        arguments: [
            ("0", "0"), ("75", "75"), ("41.17", "41.17"), ("-0.5", "-0.5"), ("75.0", "75"), ("1.10", "1.1"),
            ("-0", "0"),
            ("0.00000000000000001", "0.00000000000000001"), ("999999999999999999", "999999999999999999"),
        ]
    )
    func exact(text: String, expected: String) throws {
        let number = try #require(Decimal(plain: text))
        #expect(number.description == expected)
    }

    @Test("equals the same number written otherwise")
    func equal() {
        #expect(Decimal(plain: "75.00") == 75)
        #expect(Decimal(plain: "0.10") == Decimal(plain: "0.1"))
        #expect(Decimal(plain: "0.10")?.hashValue == Decimal(plain: "0.1")?.hashValue)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "-", ".", "5.", ".5", "+5", "007", "1e3", "1,234", "12abc", " 1", "1 ", "5 %", "５", "0x10", "NaN",
            "inf",
            "1.2.3", "--1", "1-", "1234567890123456789", "٣",
        ]
    )
    func refused(text: String) {
        #expect(Decimal(plain: text) == nil)
    }

    @Test(
        "is proposed for what somebody wrote instead",
        arguments: [
            ("1,234", "1234"), ("1，234.5", "1234.5"), ("52.66%", "52.66"), ("５２.６６％", "52.66"), ("+5", "5"),
            ("52．66", "52.66"), ("－3", "-3"), ("1 234", "1234"),
        ]
    )
    func proposed(text: String, expected: String) {
        #expect(NumberHint.corrected(text) == expected)
    }

    @Test(
        "is not proposed where it is unclear what was meant",
        arguments: ["1,5", "3万", "abc", "", "52.66", "1.2.3", "007"]
    )
    func unclear(text: String) {
        #expect(NumberHint.corrected(text) == nil)
    }
}

@Suite("Names in data files")
struct IdentifierTests {
    @Test(
        "are lower-case letters, digits, - and .",
        arguments: ["a", "0", "task-1", "a.b", "1-2", String(repeating: "a", count: 80)]
    )
    func accepted(text: String) {
        #expect(ItemID(text)?.text == text)
    }

    @Test(
        "are nothing else",
        arguments: ["", "-a", ".a", "A", "a b", "a_b", "é", "市", String(repeating: "a", count: 81)]
    )
    func refused(text: String) {
        #expect(ItemID(text) == nil)
    }

    @Test(
        "of areas are six digits",
        arguments: [("370600", true), ("070600", false), ("37060", false), ("３70600", false)]
    )
    func areas(text: String, isCode: Bool) {
        #expect((AreaCode(text) != nil) == isCode)
    }
}
