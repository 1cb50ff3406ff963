/// The units of measure that plans use.
enum Units {
    /// Longest first, so that 万人 is found before 万.
    static let all: [Word] = [
        "个工作日", "平方公里", "平方千米", "个百分点", "万平方米", "立方米", "平方米", "万人次", "百分点", "千分点", "万公顷", "万千瓦", "百分比", "GB", "Gbps",
        "Mbps", "万元", "亿元", "万人", "万个", "万名", "万户", "万亩", "万吨", "亿吨", "万套", "万册", "万张", "万辆", "万件", "人次", "公里",
        "千米", "公顷", "小时", "分钟", "课时", "学时", "学分", "周岁", "门次", "比值", "万", "亿", "%", "‰", "人", "名", "所", "个", "处", "家",
        "项", "年", "节", "次", "元", "门", "册", "台", "套", "户", "篇", "件", "亩", "吨", "张", "岁", "天", "位", "支", "座", "间", "批",
        "种", "场", "部", "辆", "米", "期", "周", "月", "条", "间", "片", "块", "枚", "例", "人/年", "G", "M", "倍", "分", "对", "类", "轮",
        "届", "本", "幅", "架", "栋", "幢", "艘", "列", "只", "头", "羽", "斤", "公斤", "千瓦时", "千瓦", "机架", "学位", "床位", "盏", "棵",
        "株", "床", "组", "园", "校", "镇", "村", "县",
    ].sorted { $0.scalars.count > $1.scalars.count }

    /// The unit that begins at an index.
    static func unit(in text: ArraySlice<Unicode.Scalar>, at index: Int) -> Word? {
        if let ratio = ratio(in: text, at: index) { return ratio }
        if let known = text.word(of: all, at: index), known != "万", known != "亿" { return known }
        // 万亿元, 亿千瓦时: a multiple of a unit.
        var end = index
        while end < text.endIndex, "万亿千百".unicodeScalars.contains(text[end]), end - index < 3 { end += 1 }
        guard end > index else { return nil }
        guard let base = text.word(of: all, at: end) else { return Word(text[index..<end]) }
        return Word(text[index..<end + base.scalars.count])
    }

    /// 微克/立方米, 册/生: a unit for each of another.
    private static func ratio(in text: ArraySlice<Unicode.Scalar>, at index: Int) -> Word? {
        guard let slash = text[index...].prefix(5).firstIndex(of: "/"), slash > index, slash + 1 < text.endIndex,
            text[index..<slash].allSatisfy(\.isHan)
        else { return nil }
        let below = text.word(of: all + ["生", "千人", "万人", "升", "亩"], at: slash + 1)
        return below.map { Word(text[index..<slash + 1 + $0.scalars.count]) }
    }

    /// Whether words in brackets after a name are a unit: `%`, 万人, 册/生.
    static func isUnit(_ text: [Unicode.Scalar]) -> Bool {
        guard !text.isEmpty, text.count <= 10 else { return false }
        if all.contains(Word(text)) { return true }
        if let slash = text.firstIndex(of: "/") {
            return slash > 0 && slash + 1 < text.count
                && text.allSatisfy { $0.isHan || $0 == "/" || $0 == "%" || $0.isLetter }
        }
        return (text.first == "万" || text.first == "亿" || text.first == "千") && text.count <= 4
    }
}

extension ArraySlice<Unicode.Scalar> {
    func word(of words: [Word], at index: Int) -> Word? { words.first { has($0, at: index) } }
}
