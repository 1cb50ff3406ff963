import Foundation
@testable import PlanImport
import PlanModel
import Testing

@Suite("读字、读标题、读部门、读时限")
struct ReadingTests {
    private static let registry = Registry(areas: [], organizations: [])

    private static func prose(_ text: String) -> Prose {
        let official = OfficialText(text)
        return Prose(official, 0..<official.scalars.count)
    }

    @Test("UTF-8和GB18030，有无字节顺序标记都读得出")
    func encodings() {
        let text = "一、总体要求\n到2025年，达到95%以上。"
        let gb = String.Encoding(rawValue: 0x8000_0632)
        let plain = text.data(using: gb) ?? Data()
        let cases: [(Data, TextDecoder.Encoding)] = [
            (Data(text.utf8), .utf8), (Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), .utf8), (plain, .gb18030),
            (Data([0x84, 0x31, 0x95, 0x33]) + plain, .gb18030),
        ]
        for (data, encoding) in cases {
            let result = TextDecoder.decode(data)
            #expect(result.text == text)
            #expect(result.encoding == encoding)
            #expect(!result.hasInvalidBytes)
        }
    }

    @Test("坏字节以U+FFFD代替并说明，其余照读")
    func damagedBytes() {
        let result = TextDecoder.decode(Data([0x31, 0xFF, 0xFE, 0xFF, 0x0A]) + Data("ok".utf8))
        #expect(result.hasInvalidBytes)
        #expect(result.text.hasSuffix("ok"))
    }

    @Test(
        "标题的编号",
        arguments: [
            ("第十二章 总则", HeadingMarker.Style.chapter, 12), ("第 3 节　任务", .section, 3), ("一、总体要求", .han, 1),
            ("(二)目标", .hanInBrackets, 2), ("（十一） 目标", .hanInBrackets, 11), ("3．建设", .arabic, 3), ("4、建设", .arabic, 4),
            ("(5)建设", .arabicInBrackets, 5), ("⑥建设", .circled, 6), ("——建设", .dash, 0),
        ]
    )
    func headings(text: String, style: HeadingMarker.Style, number: Int) {
        let marker = HeadingMarker.parse(Array(text.unicodeScalars))
        #expect(marker?.style == style)
        #expect(marker?.number == number)
    }

    @Test("不是标题的开头", arguments: ["2025年", "1.5万人", "一、二年级学生", "第一课堂", "一批项目", "3 所学校"])
    func noHeadings(text: String) { #expect(HeadingMarker.parse(Array(text.unicodeScalars)) == nil) }

    @Test(
        "责任分工的各种写法",
        arguments: [
            ("正文。〔市教育局（市委教育工委）牵头，市妇联、团市委配合〕", "市教育局（市委教育工委）", "市妇联、团市委"), ("正文。（A局牵头）", "A局", ""),
            ("正文。责任单位：A局、B局。", "A局", "B局"), ("正文。（A局、B局按职责分工负责）", "A局、B局", ""),
            ("正文。(牵头单位:A局;配合单位:B局、C委等)", "A局", "B局、C委"), ("正文。【A局、B局牵头，各区政府参与】", "A局、B局", "各区政府"),
            ("正文。（市财政局及各区市政府负责，市文化和旅游局配合）", "市财政局、各区市政府", "市文化和旅游局"),
        ]
    )
    func responsibility(text: String, lead: String, support: String) {
        let (rest, duties) = Responsibility.extract(from: [Self.prose(text)])
        #expect(rest.map(\.text) == ["正文。"])
        #expect(duties.lead.map(\.text).joined(separator: "、") == lead)
        #expect(duties.support.map(\.text).joined(separator: "、") == support)
    }

    @Test("括号里不是部门的留在正文", arguments: ["正文（含副校长）", "正文（见附件）。", "正文〔2021〕"])
    func noResponsibility(text: String) {
        let (rest, duties) = Responsibility.extract(from: [Self.prose(text)])
        #expect(rest.map(\.text) == [text])
        #expect(duties.isEmpty)
    }

    @Test(
        "时限",
        arguments: [
            ("到2025年，", ["2025"]), ("2024年12月底前", ["2024-12"]), ("“十四五”期间", ["2025"]), ("年内实现", ["2023"]),
            ("三年实现轮训全覆盖", ["2026"]), ("2023年、2025年分别", ["2023", "2025"]), ("比2020年提高", []), ("2021—2025年", ["2025"]),
            ("2023年6月30日前", ["2023-06-30"]), ("2000年底前建成的小区", []),
        ]
    )
    func deadlines(text: String, expected: [String]) {
        let words = Self.prose(text).compact.scalars
        #expect(Deadlines.found(in: words[...], issued: 2023).map(\.period.description) == expected)
    }

    @Test(
        "单元格的值",
        arguments: [
            ("41.17", "41.17", "="), ("99%以上", "99", ">="), ("≥99", "99", ">="), ("1.05以内", "1.05", "<="),
            ("10左右", "10", "~"),
            ("1,234.5", "1234.5", "="), ("[5]", "5", "="), ("９５", "95", "="),
        ]
    )
    func cells(text: String, value: String, comparator: String) {
        let read = CellValue.read(Self.prose(text).compact.scalars)
        #expect(read?.value.description == value)
        #expect(read?.comparator.rawValue == comparator)
    }

    @Test("JSON的键齐全，未知的为null")
    func json() throws {
        let id = try #require(PlanID("a"))
        let result = PlanImporter.importing("", id: id, registry: Self.registry)
        let object = try JSONSerialization.jsonObject(with: Data(result.json.utf8)) as? [String: Any]
        let keys: Set = [
            "title", "documentNumber", "issuer", "issued", "period", "chapters", "indicators", "keyProjects", "targets",
            "review",
        ]
        #expect(Set(object?.keys.map { $0 } ?? []) == keys)
        #expect(object?["period"] is NSNull)
    }
}
