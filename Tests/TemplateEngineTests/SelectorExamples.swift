import TemplateEngine

/// Examples of markup selectors, and of problems that matter only where rendering comes to them.
extension Examples {
    private static let page = #"""
        <!DOCTYPE html><main><h2>a</h2><ul class="menu top"><li>1</li><li id="x">2<b>!</b></li><li lang="de">3</li></ul>
        <h2 th:ref="end">b</h2><!--c--><section><h2>d<h2>e</h2></h2></section></main>
        """#

    private static func selector(_ selector: String, gives output: String) -> Example {
        Example(selector, inserting(selector), gives: "<i>\(output)</i>", others: ["f.html": page])
    }

    private static func selector(_ selector: String, fails code: String) -> Example {
        Example(selector, inserting(selector), fails: code, others: ["f.html": page])
    }

    private static func inserting(_ selector: String) -> String { "<i th:insert=\"~{f :: \(selector)}\"/>" }

    static let selectors: [Example] = [
        selector("//li[0]", gives: "<li>1</li>"),
        selector("ul/li[2]", gives: #"<li lang="de">3</li>"#),
        selector("main//b", gives: "<b>!</b>"),
        selector("main/b", fails: "template.unknown-fragment"),
        selector("/main/h2", gives: "<h2>a</h2><h2>b</h2>"),
        selector("/h2", fails: "template.unknown-fragment"),
        selector("section//h2", gives: "<h2>d<h2>e</h2></h2>"),
        selector(".top/#x", gives: #"<li id="x">2<b>!</b></li>"#),
        selector("li[@id]", gives: #"<li id="x">2<b>!</b></li>"#),
        selector("li[!id and !lang]", gives: "<li>1</li>"),
        selector("li[id='x' or @lang='de']", gives: #"<li id="x">2<b>!</b></li><li lang="de">3</li>"#),
        selector("li[lang!='en']", gives: #"<li lang="de">3</li>"#),
        selector("li[odd()]", gives: #"<li id="x">2<b>!</b></li>"#),
        selector("li[even()]", gives: #"<li>1</li><li lang="de">3</li>"#),
        Example(
            "a computed selector",
            #"<i th:insert="~{f :: ${s}}"/><i th:insert="~{f :: ${t}}"/>"#,
            #"{"s":"li[>1]","t":"li[<1]"}"#,
            gives: #"<i><li lang="de">3</li></i><i><li>1</li></i>"#,
            others: ["f.html": page]
        ),
        selector("ul[class='menu']/li[0]/text()", gives: "1"),
        selector("#x/content()", gives: "2<b>!</b>"),
        selector("main/comment()", gives: "<!--c-->"),
        selector("doctype()", gives: "<!DOCTYPE html>"),
        selector("[//b]", gives: "<b>!</b>"),
        selector("li[", fails: "template.unknown-fragment"),
        selector("ul///li", fails: "template.unknown-fragment"),
        Example(
            "a part of a fragment, with parameters by name",
            #"<i th:insert="~{f :: a/content()(x=1)}"/>"#,
            gives: "<i>1</i>",
            others: ["f.html": #"<p th:fragment="a(x)">[[${x}]]</p>"#]
        ),
        Example(
            "a part of a fragment has no signature",
            #"<i th:insert="~{f :: a/content()(1)}"/>"#,
            fails: "template.fragment-parameters",
            others: ["f.html": #"<p th:fragment="a(x)">[[${x}]]</p>"#]
        ),
        Example(
            "a fragment as a text is its markup as written",
            #"<title>T</title><p th:replace="~{f :: a(~{::title/text()})}"/>"#,
            gives: #"<title>T</title><p title="T">T, T</p>"#,
            others: ["f.html": #"<p th:fragment="a(t)" th:title="${t}" th:text="|${t}, | + ${t}">x</p>"#]
        ),
        Example(
            "a template by the name that a condition chooses",
            #"<i th:insert="(${x} ? ${a} : ${b})"/>"#,
            #"{"x":false,"a":"f","b":"g"}"#,
            gives: "<i>G</i>",
            others: ["f.html": "F", "g.html": "G"]
        ),
        Example(
            "`_` as a parameter keeps what is there",
            #"<i th:replace="~{f :: a(_, _, 'c')}"/>"#,
            gives: #"<p title="t"><b>1</b><u>2</u><s>c</s></p>"#,
            others: [
                "f.html":
                    #"<p th:fragment="a(x, y, z)" title="t" th:title="${y}"><b th:text="${x}">1</b><u th:insert="${y}">2</u><s th:text="${z}">3</s></p>"#
            ]
        ),
        Example(
            "`_` handed on by a fragment that comes later",
            #"<i th:replace="~{::b(1)}"/><p th:fragment="a(x)" th:text="${x}">old</p><p th:fragment="b(y)"><i th:replace="~{::a(_)}"/><i th:replace="~{::a(${y})}"/></p>"#,
            gives: "<p><p>old</p><p>1</p></p><p></p><p><p>old</p><p></p></p>"
        ),
        Example(
            "a fragment looks for others in whoever inserts it",
            #"<i th:insert="~{a}"/><i th:insert="~{b}"/><b th:fragment="x">M</b>"#,
            gives: "<i><u><b>A</b></u><b>A</b></i><i><u><b>M</b></u></i><b>M</b>",
            others: [
                "a.html": #"<u th:insert="~{c}"/><b th:fragment="x">A</b>"#, "b.html": #"<u th:insert="~{c}"/>"#,
                "c.html": #"<s th:replace="~{this :: x}"/>"#,
            ]
        ),
        Example(
            "an attribute that is a missing fragment",
            #"<p th:title="~{nowhere}">a</p>"#,
            fails: "template.unknown-fragment"
        ),
        Example(
            "a missing fragment as a default",
            #"<p th:text="~{nowhere} ?: 'b'">a</p>"#,
            gives: "<p>b</p>"
        ),
        Example(
            "th:substituteby is th:replace",
            #"<i th:substituteby="f :: a"/>"#,
            gives: "<p>A</p>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
    ]

    static let reached: [Example] = [
        Example(
            "what cannot be parsed in an element that is left out",
            #"<p th:if="${x}" th:text="no expression!" th:title="${a +}">[[a b c]]</p>b"#,
            gives: "b"
        ),
        Example(
            "what cannot be parsed in an iteration over nothing",
            #"<p th:each="x : ${xs}"><b th:text="${#no.such(x)}">a</b></p>b"#,
            #"{"xs":[]}"#,
            gives: "b"
        ),
        Example(
            "what cannot be parsed in a case that does not match",
            #"<p th:switch="1"><b th:case="2" th:text="${x.noSuchMethod()}"/><b th:case="*">a</b></p>"#,
            gives: "<p><b>a</b></p>"
        ),
        Example("inside an alternative not taken", #"<p th:text="${x} ? ${a +} : 'b'">a</p>"#, gives: "<p>b</p>"),
        Example("inside a default not needed", #"<p th:text="'a' ?: ${#strings.no()}">a</p>"#, gives: "<p>a</p>"),
        Example("inside `${}`", "[[${true ? 'a' : #strings.toUpperCase()}]]", gives: "a"),
        Example(
            "a fragment that is missing where nobody comes",
            #"<b th:if="${x}"><i th:replace="~{nowhere :: f}"/></b>a"#,
            gives: "a"
        ),
        Example(
            "parameters that do not fit where nobody comes",
            #"<b th:unless="true"><i th:replace="~{f :: a(1)}"/></b>a"#,
            gives: "a",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "a problem in a fragment that is reached",
            #"<i th:replace="~{f :: a}"/>"#,
            fails: "template.expression",
            others: ["f.html": #"<p th:fragment="a">[[${a +}]]</p>"#]
        ),
        Example("reached in an attribute", #"<p th:title="no expression!">a</p>"#, fails: "template.expression"),
        Example("reached in a text", "<p>[[no expression!]]</p>", fails: "template.expression"),
        Example(
            "an alternative that no syntax has",
            #"<p th:text="true ? 'a' : 'b' : 'c'">a</p>"#,
            fails: "template.expression"
        ),
        Example(
            "what is no part of the language is refused anywhere",
            #"<b th:if="false" th:text="${new Date()}">a</b>"#,
            fails: "template.out-of-scope"
        ),
    ]
}
