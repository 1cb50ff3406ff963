import TemplateEngine

/// Examples of the utility objects, and of rows with few public cases.
extension Examples {
    private static func value(_ name: String, _ expression: String, _ data: String = "{}", _ output: String) -> Example
    {
        Example(name, "[[${\(expression)}]]", data, gives: output)
    }

    static let utilities: [Example] = [
        value(
            "#dates.format: S is milliseconds",
            "#dates.format(x,'SSSS S') + #temporals.format(x,' SS')",
            #"{"x":"2024-05-06T07:08:09.055"}"#,
            "0055 55 05"
        ),
        value(
            "#temporals.format: styles",
            "#temporals.format(x,'SHORT')+' '+#temporals.format(y,'MEDIUM')+' '+#temporals.format(y,'FULL')",
            #"{"x":"2015-12-31","y":"2015-12-31T23:59:45"}"#,
            "12/31/15 Dec 31, 2015, 11:59:45 PM Thursday, December 31, 2015 at 11:59:45 PM Z"
        ),
        value(
            "#temporals.format: no pattern",
            "#temporals.format(x)+' '+#temporals.format(y)",
            #"{"x":"23:59:45","y":"2015-12-31T23:59:45"}"#,
            "11:59:45 PM December 31, 2015, 11:59:45 PM"
        ),
        value(
            "#temporals.createDate with a pattern",
            "#temporals.createDate('31.12.2015','dd.MM.yyyy')+' '+#temporals.createDateTime('31.12.2015 23:59','dd.MM.yyyy HH:mm')",
            "{}",
            "2015-12-31 2015-12-31T23:59"
        ),
        value("#strings.isEmpty", "#strings.isEmpty(x)", #"{"x":"  "}"#, "true"),
        value("#strings.defaultString", "#strings.defaultString(x,'d')", "{}", "d"),
        value("#strings.contains", "#strings.contains('abc','b')", "{}", "true"),
        value(
            "#strings.startsWith and endsWith",
            "#strings.startsWith('abc','ab') and #strings.endsWith('abc','c')",
            "{}",
            "true"
        ),
        value("#strings.substring", "#strings.substring('abcdef',1,3)", "{}", "bc"),
        value(
            "#strings.substringAfter",
            "#strings.substringAfter('a-b','-') + #strings.substringBefore('a-b','-')",
            "{}",
            "ba"
        ),
        value("#strings.replace", "#strings.replace('aXbX','X','-')", "{}", "a-b-"),
        value("#strings.multipleReplace", "#strings.multipleReplace('abc',{'a','b'},{'1','2'})", "{}", "12c"),
        value("#strings.prepend and append", "#strings.append(#strings.prepend('b','a'),'c')", "{}", "abc"),
        value("#strings.indexOf and length", "#strings.indexOf('abc','c') + #strings.length('中文')", "{}", "4"),
        value("#strings.listJoin", "#strings.listJoin(l,'、')", #"{"l":["a","b"]}"#, "a、b"),
        value("#strings.arraySplit", "#strings.arraySplit('a,b,,c',',')", "{}", "[a, b, c]"),
        value(
            "#strings case",
            "#strings.toUpperCase('a') + #strings.toLowerCase('B') + #strings.capitalize('cd') + #strings.unCapitalize('EF')",
            "{}",
            "AbCdeF"
        ),
        value("#strings.capitalizeWords", "#strings.capitalizeWords('ab cd')", "{}", "Ab Cd"),
        value(
            "#strings.capitalizeWords with its own delimiters",
            "#strings.capitalizeWords('ab-cd ef','-')",
            "{}",
            "Ab-Cd ef"
        ),
        value("#strings.abbreviate", "#strings.abbreviate('abcdefgh',6)", "{}", "abc..."),
        value("#strings.trim of null", "#strings.trim(x)", "{}", ""),
        value("#strings.concat", "#strings.concat('a',1,null,'b')", "{}", "a1b"),
        value("#strings.equalsIgnoreCase", "#strings.equalsIgnoreCase('A','a')", "{}", "true"),
        value("#strings.listToUpperCase", "#strings.listToUpperCase({'a','b'})", "{}", "[A, B]"),
        value("#strings.escapeJavaScript", "#strings.escapeJava('a\\nb')", "{}", "a\\nb"),
        Example("#strings.length of null", "[[${#strings.length(x)}]]", fails: "template.utility-arguments"),
        Example("an unknown function", "[[${#strings.shout(x)}]]", fails: "template.unknown-utility"),
        value("#numbers.formatInteger", "#numbers.formatInteger(123,5,'COMMA')", "{}", "00,123"),
        value("#numbers.formatDecimal", "#numbers.formatDecimal(1234.565,1,'COMMA',2,'POINT')", "{}", "1,234.56"),
        value("#numbers half even", "#numbers.formatDecimal(x,1,2)", #"{"x":0.125}"#, "0.12"),
        value(
            "#numbers whitespace and comma",
            "#numbers.formatDecimal(1234567.5,1,'WHITESPACE',1,'COMMA')",
            "{}",
            "1 234 567,5"
        ),
        value("#numbers.formatPercent", "#numbers.formatPercent(0.1256,1,1)", "{}", "12.6%"),
        value("#numbers.sequence", "#numbers.sequence(1,5,2)", "{}", "[1, 3, 5]"),
        value("#numbers.listFormatDecimal", "#numbers.listFormatDecimal({1,2},1,1)", "{}", "[1.0, 2.0]"),
        value("#numbers of null", "#numbers.formatInteger(x,1)", "{}", ""),
        value("#lists", "#lists.size({1,2}) + #lists.sort({3,1,2})[0]", "{}", "3"),
        value(
            "#lists.contains",
            "#lists.contains({1,2},2) and #lists.containsAll({1,2},{1,2}) and not #lists.isEmpty({1})",
            "{}",
            "true"
        ),
        Example("#lists of a text", "[[${#lists.size('a')}]]", fails: "template.utility-arguments"),
        value("#sets", "#sets.size(#sets.toSet({1,1,2}))", "{}", "2"),
        value("#arrays", "#arrays.length(#arrays.toArray({1,2}))", "{}", "2"),
        value(
            "#maps",
            "#maps.size(m) + '' + #maps.containsKey(m,'a') + #maps.containsValue(m,1) + #maps.isEmpty(m)",
            #"{"m":{"a":1}}"#,
            "1truetruefalse"
        ),
        value(
            "#bools",
            "#bools.isTrue('yes') and #bools.isFalse('no') and #bools.listAnd({true,1}) and #bools.listOr({false,1})",
            "{}",
            "true"
        ),
        value("#objects.nullSafe", "#objects.nullSafe(x,'d')", "{}", "d"),
        value("#objects.listNullSafe", "#objects.listNullSafe(l,0)", #"{"l":[1,null]}"#, "[1, 0]"),
        value("#aggregates", "#aggregates.sum({1,2,3.5}) + ' ' + #aggregates.avg({1,2})", "{}", "6.5 1.5"),
        value("#uris", "#uris.escapePathSegment('a b/c') + #uris.unescapePath('%20')", "{}", "a%20b%2Fc "),
        Example(
            "#ids",
            "[[${#ids.seq('a')}]] [[${#ids.seq('a')}]] [[${#ids.next('a')}]] [[${#ids.prev('a')}]]",
            gives: "a1 a2 a3 a2"
        ),
        Example(
            "#messages",
            "[[${#messages.msg('k','x')}]] [[${#messages.msg('n')}]] [[${#messages.msgOrNull('n')}]]|",
            gives: "K x ??n_en?? |",
            messages: "k=K {0}"
        ),
        value("#locale", "#locale", "{}", "en"),
        value("#locale, its language", "#locale.language + '|' + #locale.country + '|'", "{}", "en||"),
        value(
            "#dates.format",
            "#dates.format(#dates.create(2024,1,5,13,4),'yyyy-MM-dd HH:mm')",
            "{}",
            "2024-01-05 13:04"
        ),
        value(
            "#dates parts",
            "#dates.year(d) + '/' + #dates.month(d) + '/' + #dates.day(d) + ' ' + #dates.dayOfWeek(d) + ' ' + #dates.monthName(d)",
            #"{"d":"2024-03-09"}"#,
            "2024/3/9 7 March"
        ),
        value("#dates.listFormat", "#dates.listFormat({'2024-01-02'},'dd.MM.yyyy')", "{}", "[02.01.2024]"),
        value("#temporals.format", "#temporals.format(#temporals.create(2024,1,5),'d MMM yyyy')", "{}", "5 Jan 2024"),
        value(
            "#temporals of a text",
            "#temporals.format(d,\"yyyy年M月d日 HH:mm\")",
            #"{"d":"2024-01-05T09:30:00"}"#,
            "2024年1月5日 09:30"
        ),
        value(
            "#temporals parts",
            "#temporals.dayOfWeek(d) + #temporals.dayOfWeekName(d) + #temporals.createDate('2024-01-05')",
            #"{"d":"2024-01-05"}"#,
            "5Friday2024-01-05"
        ),
        Example(
            "#temporals of anything else",
            "[[${#temporals.format(true,'y')}]]",
            fails: "template.utility-arguments"
        ),
        value(
            "#zh.numeral",
            "#zh.numeral(103) + #zh.numeral(12) + #zh.numeral(20005) + #zh.numeral(0)",
            "{}",
            "一百零三十二二万零五零"
        ),
        value("#zh.digits", "#zh.digits(2023)", "{}", "二〇二三"),
        value(
            "#zh.amount",
            "#zh.amount(123456) + ' ' + #zh.amount(1234567890) + ' ' + #zh.amount(12)",
            "{}",
            "12.35万 12.35亿 12"
        ),
        value("#zh dates", "#zh.date('2023-06-01') + #zh.dateNumerals('2023-10-21')", "{}", "2023年6月1日二〇二三年十月二十一日"),
        value(
            "#zh.points",
            "#zh.points(95.2,94.0) + #zh.points(1,2.5) + #zh.points(1,1)",
            "{}",
            "提高1.2个百分点下降1.5个百分点持平"
        ),
        Example("#request is out of scope", "[[${#request.x}]]", fails: "template.out-of-scope"),
    ]

    static let xml: [Example] = [
        Example(
            "declaration, instructions, CDATA",
            "<?xml version=\"1.0\"?><?a b?><r><![CDATA[<[[${x}]] >]]></r>",
            #"{"x":1}"#,
            gives: "<?xml version=\"1.0\"?><?a b?><r><![CDATA[<1 >]]></r>",
            mode: .xml
        ),
        Example(
            "names keep their case",
            "<A TH:text=\"1\" th:text=\"2\"/>",
            gives: "<A TH:text=\"1\">2</A>",
            mode: .xml
        ),
        Example(
            "data-th-* is an attribute like others",
            "<a data-th-text=\"1\"/>",
            gives: "<a data-th-text=\"1\"/>",
            mode: .xml
        ),
        Example(
            "no boolean attributes",
            "<a th:checked=\"true\" th:disabled=\"false\"/>",
            gives: "<a checked=\"true\" disabled=\"false\"/>",
            mode: .xml
        ),
        Example("empty attributes go", "<a href=\"x\" th:href=\"''\"/>", gives: "<a/>", mode: .xml),
        Example("no void elements", "<br>x</br>", gives: "<br>x</br>", mode: .xml),
        Example(
            "line feeds in attributes",
            "<a th:t=\"${x}\"/>",
            #"{"x":"a\nb"}"#,
            gives: "<a t=\"a&#xa;b\"/>",
            mode: .xml
        ),
        Example("what is not well-formed", "<a><b></a>", fails: "template.unclosed-element", mode: .xml),
        Example("an attribute without a value", "<a b/>", fails: "template.markup", mode: .xml),
        Example(
            "iteration repeats the white space before",
            "<r>\n <x th:each=\"i : ${l}\" th:text=\"${i}\"/>\n</r>",
            #"{"l":[1,2]}"#,
            gives: "<r>\n <x>1</x>\n <x>2</x>\n</r>",
            mode: .xml
        ),
        Example(
            "entity declarations are refused",
            "<!DOCTYPE r [<!ENTITY x \"y\">]><r>&x;</r>",
            fails: "template.entity-declaration",
            mode: .xml
        ),
    ]

    static let edges: [Example] = [
        Example(
            "names of HTML's characters in expressions",
            #"<p th:text="${x} &plus; '&NotEqualTilde;'">a</p>[[&dollar;&lbrace;x&rcub;]]"#,
            #"{"x":2}"#,
            gives: "<p>2\u{2242}\u{338}</p>2"
        ),
        Example(
            "an attribute that only begins like an event",
            #"<p th:one="${x}" th:only="${x}"/>"#,
            #"{"x":"a"}"#,
            gives: #"<p one="a" only="a"/>"#
        ),
        Example(
            "inside ${…} a number is compared with a literal text as a number",
            "<p>[[${a >= '13'}]] [[${'12.5' < a}]]</p>",
            #"{"a":13}"#,
            gives: "<p>true true</p>"
        ),
        Example("which has to be one", "<p>[[${a >= 'x'}]]</p>", #"{"a":13}"#, fails: "template.operand"),
        Example(
            "an attribute the dialect does not know keeps the case of its name",
            #"<svg th:viewBox="${a}" th:TITLE="${a}"></svg>"#,
            #"{"a":13}"#,
            gives: #"<svg viewBox="13" title="13"></svg>"#
        ),
        Example(
            "white space at the end of a tag stays",
            "<br th:class=\"a\" /><p a='b' th:text=\"1\" >x</p>",
            gives: "<br class=\"a\" /><p a='b' >1</p>"
        ),
        Example(
            "dates in messages",
            "<p>[[#{m(${#dates.create(2010,9,3,14,5,6)})}]]</p>",
            gives: "<p>03/09/2010 Sep 3, 2010 2:05 PM</p>",
            messages: "m={0,date,dd/MM/yyyy} {0,date} {0,time,short}"
        ),
        Example("a prototype-only block that never ends", "<p>a</p><!--/*/ <p>b</p> -->", fails: "template.unclosed"),
        Example(
            "iteration repeats the white space before",
            "<ul>\n <li th:each=\"i : ${l}\" th:text=\"${i}\"></li>\n</ul>",
            #"{"l":[1,2]}"#,
            gives: "<ul>\n <li>1</li>\n <li>2</li>\n</ul>"
        ),
        Example(
            "but not before inline elements",
            "<p>\n <b th:each=\"i : ${l}\" th:text=\"${i}\"></b>\n</p>",
            #"{"l":[1,2]}"#,
            gives: "<p>\n <b>1</b><b>2</b>\n</p>"
        ),
        Example(
            "th:switch over numbers and texts",
            #"<p th:switch="${x}"><i th:case="1">a</i><i th:case="'2'">b</i><i th:case="${null}">c</i></p>"#,
            #"{"x":2}"#,
            gives: "<p><i>b</i></p>"
        ),
        Example(
            "th:switch of null",
            #"<p th:switch="${x}"><i th:case="${null}">c</i><i th:case="*">d</i></p>"#,
            gives: "<p><i>c</i></p>"
        ),
        Example(
            "the first match wins",
            #"<p th:switch="1"><i th:case="1">a</i><i th:case="1">b</i><i th:case="*">c</i></p>"#,
            gives: "<p><i>a</i></p>"
        ),
        Example(
            "th:switch comes before th:case of the same element",
            #"<p th:switch="1"><b th:case="1" th:switch="2"><i th:case="2">a</i></b><b th:case="*">z</b></p>"#,
            gives: "<p><b>z</b></p>"
        ),
        Example(
            "th:each over a switch",
            #"<p th:each="x : ${l}" th:switch="${x}"><i th:case="1">a</i><i th:case="*">b</i></p>"#,
            #"{"l":[1,2]}"#,
            gives: "<p><i>a</i></p><p><i>b</i></p>"
        ),
        Example(
            "an include takes the children",
            #"<p th:include="~{:: f}"></p><b th:fragment="f">x<i>y</i></b>"#,
            gives: "<p>x<i>y</i></p><b>x<i>y</i></b>"
        ),
        Example(
            "th:ref is a name for selectors",
            #"<p th:insert="~{:: %r}"></p><b th:ref="r">x</b>"#,
            gives: "<p><b>x</b></p><b>x</b>"
        ),
        Example(
            "an expression that is no fragment",
            #"<p th:insert="${x}"></p>"#,
            #"{"x":{"a":1}}"#,
            fails: "template.unknown-fragment"
        ),
        Example("an empty fragment", #"<p th:insert="~{}">x</p><p th:replace="~{}">y</p>"#, gives: "<p></p>"),
        Example(
            "a fragment by condition",
            #"<p th:insert="${x} ? ~{:: f} : ~{}">x</p><b th:fragment="f">F</b>"#,
            #"{"x":true}"#,
            gives: "<p><b>F</b></p><b>F</b>"
        ),
        Example(
            "two matching elements",
            #"<p th:insert="~{f :: i}"></p>"#,
            gives: "<p><i>1</i><i>2</i></p>",
            others: ["f.html": "<i>1</i><b>x</b><i>2</i>"]
        ),
        Example(
            "th:text after th:each and th:if",
            #"<i th:text="${x}" th:if="${x}" th:each="x : ${l}"></i>"#,
            #"{"l":[1,0,2]}"#,
            gives: "<i>1</i><i>2</i>"
        ),
        Example(
            "conditional comments",
            "<!--[if lt IE 9]><p th:text=\"1\"></p><![endif]-->",
            gives: "<!--[if lt IE 9]><p>1</p><![endif]-->"
        ),
        Example(
            "unclosed elements of HTML",
            "<ul><li th:text=\"1\"><li th:text=\"2\"></ul>",
            gives: "<ul><li>1<li>2</ul>"
        ),
        Example("duplicate attributes", "<p a=\"1\" a=\"2\">x</p>", fails: "template.duplicate-attribute"),
        Example("comparison with null", "[[${x} > 1]]", fails: "template.operand"),
        Example("arithmetic with a text", "[['a' * 2]]", fails: "template.expression"),
        Example("two conditions without parentheses", "[[1 ? 2 : 3 ? 4 : 5]]", fails: "template.expression"),
        Example("division by zero", "[[1 / 0]]", fails: "template.division"),
        Example("Java is out of scope", "[[${new java.util.Date()}]]", fails: "template.out-of-scope"),
        Example("static members are out of scope", "[[${@java.lang.Math@PI}]]", fails: "template.out-of-scope"),
        Example(
            "decimals",
            "[[1.10 + 2]] [[2 * 1.50]] [[${1.5 + 1}]] [[7 % 4]] [[-(3)]] [[10 - 4 - 3]]",
            gives: "3.10 3.00 2.5 3 -3 3"
        ),
        Example(
            "word operators",
            "[[1 lt 2 and 2 ge 2 and 3 ne 4 and not (1 eq 2)]] [[7 mod 4]] [[8 div 2]]",
            gives: "true 3 4"
        ),
        Example(
            "entities in attributes",
            "<p th:if=\"${x &gt; 1 &amp;&amp; x &lt; 3}\">a</p>",
            #"{"x":2}"#,
            gives: "<p>a</p>"
        ),
        Example(
            "a javascript link",
            "<a th:href=\"@{${x}}\">a</a>",
            #"{"x":"javascript:alert(1)"}"#,
            fails: "template.dangerous-url"
        ),
        Example("escaped preprocessing marks", #"<p th:text="'a\_\_b'"></p>"#, gives: "<p>a__b</p>"),
        Example("`*{…}` without a selection", "[[*{x}]]", #"{"x":1}"#, gives: "1"),
        Example(
            "a map's own properties",
            "[[${m.size}]] [[${m.isEmpty}]] [[${m.keys}]]",
            #"{"m":{"a":1}}"#,
            gives: "1 false [a]"
        ),
        Example("texts as conditions", "[[${'false' ? 1 : 2}]] [['false' ? 1 : 2]]", gives: "2 2"),
        Example("a message in a message", "[[#{a(#{b})}]]", gives: "A B", messages: "a=A {0}\nb=B"),
        Example(
            "a fragment as text",
            "<p th:utext=\"~{:: f}\"></p><b th:fragment=\"f\" th:text=\"1\">x</b>",
            gives: "<p><b th:fragment=\"f\" th:text=\"1\">x</b></p><b>1</b>"
        ),
        Example(
            "th:attr with a boolean attribute",
            "<input th:attr=\"checked=${t},disabled=${f}\">",
            #"{"t":true}"#,
            gives: "<input checked=\"checked\">"
        ),
        Example(
            "th:with sees what it bound before",
            "<p th:with=\"a='x',b=${a}\" th:attr=\"t=${b}\"></p>",
            gives: "<p t=\"x\"></p>"
        ),
        Example("variables end with their element", "<p th:with=\"a=1\"></p>[[${a}]]|", gives: "<p></p>|"),
        Example(
            "errors in what is put together at run time",
            "<p th:insert=\"~{${t} :: f}\"></p>[[${__${k}__}]]",
            #"{"k":"a.b.c","a":{},"t":"f"}"#,
            fails: "template.null",
            others: ["f.html": "<p th:fragment=\"f\">x</p>"]
        ),
        Example(
            "errors in fragments found at run time",
            "<p th:insert=\"~{${t} :: f}\"></p>",
            #"{"t":"f"}"#,
            fails: "template.null",
            others: ["f.html": "<p th:fragment=\"f\">[[${a.b.c}]]</p>"]
        ),
        Example(
            "attributes of iterations put together at run time",
            "<p th:each=\"__${v}__ : ${l}\" th:text=\"${q}\"></p>",
            #"{"v":"q","l":[1,2]}"#,
            gives: "<p>1</p><p>2</p>"
        ),
        Example(
            "variables put together at run time",
            "<p th:with=\"__${v}__=5\" th:text=\"${q}\"></p>",
            #"{"v":"q"}"#,
            gives: "<p>5</p>"
        ),
    ]
}
