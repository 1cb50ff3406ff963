import TemplateEngine

/// The examples that the conformance table counts, by row of the language's scope.
enum Examples {
    static let output: [Example] = [
        Example(
            "th:text escapes",
            #"<p th:text="${x}">y</p>"#,
            #"{"x":"<a> & 'b' \"c\""}"#,
            gives: "<p>&lt;a&gt; &amp; &#39;b&#39; &quot;c&quot;</p>"
        ),
        Example("th:text of null is empty", #"<p th:text="${x}">y</p>"#, gives: "<p></p>"),
        Example("th:utext writes markup", #"<p th:utext="${x}">y</p>"#, #"{"x":"<b>1</b>"}"#, gives: "<p><b>1</b></p>"),
        Example(
            "what th:utext writes is not inlined",
            #"<p th:utext="${x}">y</p>"#,
            #"{"x":"[[${y}]]"}"#,
            gives: "<p>[[${y}]]</p>"
        ),
        Example("inlining", "<p>a [[${x}]] b [(${x})]</p>", #"{"x":"<i>"}"#, gives: "<p>a &lt;i&gt; b <i></p>"),
        Example(
            "inlining in comments and CDATA",
            "<!-- [[${x}]] --><![CDATA[[[${x}]]]]>",
            #"{"x":1}"#,
            gives: "<!-- 1 --><![CDATA[1]]>"
        ),
        Example(
            "no inlining in attributes",
            #"<p title="[[${x}]]">a</p>"#,
            #"{"x":1}"#,
            gives: #"<p title="[[${x}]]">a</p>"#
        ),
        Example("th:inline none", #"<p th:inline="none">[[1]]</p>"#, gives: "<p>[[1]]</p>"),
        Example(
            "javascript inlining is refused",
            #"<script th:inline="javascript">var a = [[${x}]];</script>"#,
            fails: "template.inline"
        ),
        Example("`_` keeps the body", #"<p th:text="${x} ?: _">old</p>"#, gives: "<p>old</p>"),
        Example("a standalone element gets a body", #"<p th:text="1"/>"#, gives: "<p>1</p>"),
        Example(
            "numbers keep their kind",
            "<p>[[${a}]] [[${b}]] [[${c}]]</p>",
            #"{"a":12,"b":12.0,"c":12.50}"#,
            gives: "<p>12 12.0 12.50</p>"
        ),
        Example(
            "lists and maps as text",
            "<p>[[${a}]] [[${b}]]</p>",
            #"{"a":[1,"x",null],"b":{"k":1,"l":[]}}"#,
            gives: "<p>[1, x, null] {k=1, l=[]}</p>"
        ),
        Example("th:block leaves its content", #"<th:block th:text="1"/><th:block><i/></th:block>"#, gives: "1<i/>"),
        Example("th:remove all", #"<p><i th:remove="all">x</i>y</p>"#, gives: "<p>y</p>"),
        Example("th:remove body", #"<p th:remove="body">x</p>"#, gives: "<p></p>"),
        Example("th:remove tag", #"<p th:remove="tag">x<i>y</i></p>"#, gives: "x<i>y</i>"),
        Example(
            "th:remove all-but-first",
            "<ul th:remove=\"all-but-first\"> <li>1</li> <li>2</li> <li>3</li> </ul>",
            gives: "<ul> <li>1</li>   </ul>"
        ),
        Example("th:remove by expression", #"<p th:remove="${x} ? tag : none">x</p>"#, #"{"x":true}"#, gives: "x"),
        Example("th:remove of null", #"<p th:remove="${x}">x</p>"#, gives: "<p>x</p>"),
        Example("th:remove of anything else", #"<p th:remove="most">x</p>"#, fails: "template.remove"),
        Example(
            "xmlns:th disappears",
            #"<html xmlns:th="http://www.thymeleaf.org"><p>x</p></html>"#,
            gives: "<html><p>x</p></html>"
        ),
        Example("parser-level comments", "a<!--/* <p th:text=\"${x\"> */-->b", gives: "ab"),
        Example("prototype-only comments", "a<!--/*/ <p th:text=\"1\"></p> /*/-->b", gives: "a <p>1</p> b"),
        Example(
            "doctype and void elements",
            "<!DOCTYPE html>\n<meta charset=\"UTF-8\"><br><input disabled>",
            gives: "<!DOCTYPE html>\n<meta charset=\"UTF-8\"><br><input disabled>"
        ),
        Example("entities", #"<p th:text="'&lt;&nbsp;&gt;'">&nbsp;</p>&copy;"#, gives: "<p>&lt;\u{A0}&gt;</p>&copy;"),
        Example("data-th-*", #"<p data-th-text="1"></p>"#, gives: "<p>1</p>"),
        Example("xml: escapes", #"<a th:text="${x}"/>"#, #"{"x":"'<"}"#, gives: "<a>&apos;&lt;</a>", mode: .xml),
        Example(
            "xml: any attribute",
            #"<a th:id="${x}" th:href="${y}"/>"#,
            #"{"x":"1"}"#,
            gives: #"<a id="1"/>"#,
            mode: .xml
        ),
    ]

    static let control: [Example] = [
        Example(
            "th:each",
            #"<li th:each="x : ${xs}" th:text="${x}"></li>"#,
            #"{"xs":[1,2]}"#,
            gives: "<li>1</li><li>2</li>"
        ),
        Example("th:each of null", #"<li th:each="x : ${xs}" th:text="${x}"></li>"#, gives: ""),
        Example(
            "th:each of a scalar",
            #"<li th:each="x : ${xs}" th:text="${x}"></li>"#,
            #"{"xs":"a"}"#,
            gives: "<li>a</li>"
        ),
        Example(
            "th:each of a map",
            #"<li th:each="e : ${m}" th:text="|${e.key}=${e.value}|"></li>"#,
            #"{"m":{"a":1,"b":2}}"#,
            gives: "<li>a=1</li><li>b=2</li>"
        ),
        Example(
            "the status variable",
            #"<i th:each="x : ${xs}">[[${xStat.index}]][[${xStat.count}]][[${xStat.size}]][[${xStat.even}]][[${xStat.odd}]][[${xStat.first}]][[${xStat.last}]][[${xStat.current}]]</i>"#,
            #"{"xs":["a","b"]}"#,
            gives: "<i>012falsetruetruefalsea</i><i>122truefalsefalsetrueb</i>"
        ),
        Example(
            "a named status variable",
            #"<i th:each="x,s : ${xs}">[[${s.count}]]</i>"#,
            #"{"xs":[5,6]}"#,
            gives: "<i>1</i><i>2</i>"
        ),
        Example(
            "nested loops",
            #"<b th:each="x : ${xs}"><i th:each="y : ${x}" th:text="${y}"></i></b>"#,
            #"{"xs":[[1,2],[],[3]]}"#,
            gives: "<b><i>1</i><i>2</i></b><b></b><b><i>3</i></b>"
        ),
        Example(
            "th:each repeats th:if",
            #"<i th:each="x : ${xs}" th:if="${x > 1}" th:text="${x}"></i>"#,
            #"{"xs":[1,2,3]}"#,
            gives: "<i>2</i><i>3</i>"
        ),
        Example(
            "false values",
            #"<i th:each="x : ${xs}" th:unless="${x}">1</i>"#,
            #"{"xs":[null,false,0,0.0,"false","OFF"," no "]}"#,
            gives: "<i>1</i><i>1</i><i>1</i><i>1</i><i>1</i><i>1</i><i>1</i>"
        ),
        Example(
            "true values",
            #"<i th:each="x : ${xs}" th:if="${x}">1</i>"#,
            #"{"xs":["","0",[],{},1,"x",true]}"#,
            gives: "<i>1</i><i>1</i><i>1</i><i>1</i><i>1</i><i>1</i><i>1</i>"
        ),
        Example(
            "th:switch",
            #"<p th:switch="${x}"><i th:case="'a'">A</i><i th:case="${y}">Y</i><i th:case="*">D</i></p>"#,
            #"{"x":"b","y":"b"}"#,
            gives: "<p><i>Y</i></p>"
        ),
        Example(
            "th:switch default",
            #"<p th:switch="${x}"><i th:case="1">A</i><i th:case="*">D</i></p>"#,
            #"{"x":2}"#,
            gives: "<p><i>D</i></p>"
        ),
        Example("th:case outside", #"<i th:case="1">A</i>"#, fails: "template.case"),
        Example("th:with", #"<p th:with="a=1,b=${a}+1" th:text="${b}"></p>"#, gives: "<p>2</p>"),
        Example(
            "th:object",
            #"<p th:object="${o}"><i th:text="*{a}"></i>[[${a}]]</p>"#,
            #"{"o":{"a":1},"a":2}"#,
            gives: "<p><i>1</i>2</p>"
        ),
        Example(
            "th:object does not see th:with",
            #"<p th:with="o=${p}" th:object="${o}" th:text="*{a}"></p>"#,
            #"{"o":{"a":1},"p":{"a":2}}"#,
            gives: "<p>1</p>"
        ),
        Example("th:assert", #"<p th:assert="${x},1 == 1">a</p>"#, #"{"x":true}"#, gives: "<p>a</p>"),
        Example("th:assert fails", #"<p th:assert="${x}">a</p>"#, fails: "template.assert"),
    ]

    static let attributes: [Example] = [
        Example(
            "any attribute",
            #"<p th:foo="${x}" data-th-bar="2">a</p>"#,
            #"{"x":1}"#,
            gives: #"<p foo="1" bar="2">a</p>"#
        ),
        Example("null drops the attribute", #"<p title="a" th:title="${x}">a</p>"#, gives: "<p>a</p>"),
        Example(
            "an empty href stays",
            #"<a th:href="${x}" th:title="''">a</a>"#,
            #"{"x":""}"#,
            gives: #"<a href="">a</a>"#
        ),
        Example("`_` keeps the attribute", #"<p title="a" th:title="_">b</p>"#, gives: #"<p title="a">b</p>"#),
        Example("th:attr", #"<p th:attr="a=1,b=${x}">c</p>"#, #"{"x":"2"}"#, gives: #"<p a="1" b="2">c</p>"#),
        Example(
            "th:attrappend and th:attrprepend",
            #"<p class="a" th:attrappend="class=' b'" th:attrprepend="class='c '">d</p>"#,
            gives: #"<p class="c a b">d</p>"#
        ),
        Example(
            "th:classappend",
            #"<p class="a" th:classappend="${x} ? b">c</p><p th:classappend="d">e</p>"#,
            #"{"x":true}"#,
            gives: #"<p class="a b">c</p><p class="d">e</p>"#
        ),
        Example(
            "th:styleappend",
            #"<p style="a:b;" th:styleappend="'c:d'">c</p>"#,
            gives: #"<p style="a:b; c:d">c</p>"#
        ),
        Example(
            "boolean attributes",
            #"<input th:checked="${t}" th:disabled="${f}" disabled>"#,
            #"{"t":1,"f":false}"#,
            gives: #"<input checked="checked">"#
        ),
        Example("th:alt-title", #"<img th:alt-title="${x}">"#, #"{"x":"a"}"#, gives: #"<img alt="a" title="a">"#),
        Example("th:lang-xmllang", #"<p th:lang-xmllang="'en'">a</p>"#, gives: #"<p lang="en" xml:lang="en">a</p>"#),
        Example(
            "escaping",
            #"<p th:title="${x}">a</p>"#,
            #"{"x":"\"<'&>"}"#,
            gives: #"<p title="&quot;&lt;&#39;&amp;&gt;">a</p>"#
        ),
        Example(
            "event attributes take literals",
            #"<p th:onclick="'f(' + ${x} + ')'">a</p>"#,
            #"{"x":1}"#,
            gives: #"<p onclick="f(1)">a</p>"#
        ),
        Example(
            "event attributes refuse texts",
            #"<p th:onclick="'f(' + ${x} + ')'">a</p>"#,
            #"{"x":"1"}"#,
            fails: "template.event-attribute"
        ),
        Example(
            "a literal substitution",
            #"<p th:class="|a-${x} b|">c</p>"#,
            #"{"x":1}"#,
            gives: #"<p class="a-1 b">c</p>"#
        ),
    ]

    static let fragments: [Example] = [
        Example(
            "insert",
            #"<div th:insert="~{f :: a}">x</div>"#,
            gives: "<div><p>A</p></div>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "replace",
            #"<div th:replace="~{f :: a}">x</div>"#,
            gives: "<p>A</p>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "include",
            #"<div th:include="~{f :: a}">x</div>"#,
            gives: "<div>A</div>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "without ~{}",
            #"<div th:insert="f :: a">x</div>"#,
            gives: "<div><p>A</p></div>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "a whole template",
            #"<div th:insert="~{dir/f}">x</div>"#,
            gives: "<div>a<b/></div>",
            others: ["dir/f.html": "a<b/>"]
        ),
        Example(
            "positional parameters",
            #"<i th:replace="~{f :: a(${x}, 'y')}"/>"#,
            #"{"x":1}"#,
            gives: "<p>1y</p>",
            others: ["f.html": #"<p th:fragment="a(u, v)">[[${u}]][[${v}]]</p>"#]
        ),
        Example(
            "named parameters",
            #"<i th:replace="~{f :: a(v='y',u=${x})}"/>"#,
            #"{"x":1}"#,
            gives: "<p>1y</p>",
            others: ["f.html": #"<p th:fragment="a(u, v)">[[${u}]][[${v}]]</p>"#]
        ),
        Example(
            "too few parameters",
            #"<i th:replace="~{f :: a(1)}"/>"#,
            fails: "template.fragment-parameters",
            others: ["f.html": #"<p th:fragment="a(u, v)">[[${u}]]</p>"#]
        ),
        Example(
            "a missing fragment",
            #"<i th:replace="~{f :: b}"/>"#,
            fails: "template.unknown-fragment",
            others: ["f.html": #"<p th:fragment="a">x</p>"#]
        ),
        Example(
            "a missing fragment with a default",
            #"<i th:replace="~{f :: b} ?: ~{}">x</i><i th:insert="~{g :: b} ?: _">y</i>"#,
            gives: "<i>y</i>",
            others: ["f.html": #"<p th:fragment="a">x</p>"#]
        ),
        Example(
            "the same template",
            #"<p th:fragment="a">A</p><i th:replace="~{::a}"/><i th:insert="~{this :: a}"/>"#,
            gives: "<p>A</p><p>A</p><i><p>A</p></i>"
        ),
        Example(
            "selectors",
            ##"<i th:insert="~{f :: #x}"/><i th:insert="~{f :: .y}"/><i th:insert="~{f :: em}"/>"##,
            gives: #"<i><p id="x">1</p></i><i><p class="z y">2</p></i><i><em>3</em></i>"#,
            others: ["f.html": #"<p id="x">1</p><p class="z y">2</p><em>3</em>"#]
        ),
        Example(
            "a layout",
            #"<html th:replace="~{layout :: page(~{::title}, ~{::main})}"><title>T [[${x}]]</title><main>M</main></html>"#,
            #"{"x":1}"#,
            gives: "<html><title>T 1</title><body><main>M</main></body></html>",
            others: [
                "layout.html":
                    #"<html th:fragment="page(t, m)"><title th:replace="${t}">x</title><body><div th:replace="${m}"/></body></html>"#
            ]
        ),
        Example(
            "th:if comes too late for th:replace",
            #"<i th:if="${false}" th:replace="~{f :: a}"/>"#,
            gives: "<p>A</p>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "insert and each",
            #"<i th:each="x : ${xs}" th:insert="~{f :: a}"/>"#,
            #"{"xs":[1,2]}"#,
            gives: "<i><p>1</p></i><i><p>2</p></i>",
            others: ["f.html": #"<p th:fragment="a">[[${x}]]</p>"#]
        ),
        Example(
            "names computed at run time",
            #"<i th:replace="~{${t} :: ${s}}"/>"#,
            #"{"t":"f","s":"a"}"#,
            gives: "<p>A</p>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "names computed by preprocessing",
            #"<i th:replace="f :: __${s}__"/>"#,
            #"{"s":"a"}"#,
            gives: "<p>A</p>",
            others: ["f.html": #"<p th:fragment="a">A</p>"#]
        ),
        Example(
            "recursion ends",
            #"<ul th:fragment="t(n)"><li th:each="c : ${n.c}">[[${c.v}]]<ul th:replace="~{::t(${c})}"/></li></ul>"#,
            #"{"n":{"c":[{"v":1,"c":[{"v":2,"c":[]}]}]}}"#,
            gives: "<ul><li>1<ul><li>2<ul></ul></li></ul></li></ul>"
        ),
        Example(
            "endless recursion is refused",
            #"<p th:fragment="a"><i th:replace="~{::a}"/></p>"#,
            fails: "template.fragment-depth"
        ),
        Example(
            "references",
            #"<i th:insert="~{f :: %a}"/><i th:insert="~{f :: em%a}"/><i th:insert="~{f :: %r}"/>"#,
            gives: "<i><b>1</b><em>2</em></i><i><em>2</em></i><i><u>3</u></i>",
            others: ["f.html": #"<b th:fragment="a">1</b><em th:fragment="a">2</em><u th:ref="r">3</u>"#]
        ),
        Example(
            "selectors by attribute",
            #"<i th:insert="~{f :: [lang='a']}"/><i th:insert="~{f :: em[lang^='b'][1]}"/>"#,
            gives: #"<i><b lang="a">1</b></i><i><em lang="bd">3</em></i>"#,
            others: ["f.html": #"<b lang="a">1</b><em lang="bc">2</em><em lang="bd">3</em><b lang="be">4</b>"#]
        ),
        Example(
            "a fragment chosen in parentheses",
            #"<i th:insert="~{f :: (${x} ? 'a' : 'b')}"/><i th:replace="~{(${t})}"/>"#,
            #"{"x":false,"t":"g"}"#,
            gives: "<i><p>B</p></i><b>G</b>",
            others: ["f.html": #"<p th:fragment="a">A</p><p th:fragment="b">B</p>"#, "g.html": "<b>G</b>"]
        ),
    ]

    static let expressions: [Example] = [
        Example("addition", #"[[1+2+'a'+1+2]]"#, gives: "3a12"),
        Example("division", "[[10/4]] [[${3/2}]] [[10/3]]", gives: "2.5 1 3.3333333333"),
        Example(
            "comparisons",
            "[['1' == 1]] [[2 > 10]] [[${'b' > 'a'}]] [[${x} == null]] [[1.0 == 1]]",
            gives: "true false true true true"
        ),
        Example("booleans", "[[true and !false]] [[not true or false]]", gives: "true false"),
        Example("conditional and elvis", "[[${x} ? 'a' : 'b']] [[${x} ?: 'c']] [[${x} ? 'a']]|", gives: "b c |"),
        Example("nested conditionals", "[[(1 == 2) ? 'a' : ((2 == 2) ? 'b' : 'c')]]", gives: "b"),
        Example("null in a concatenation", "[['a' + ${x}]]", gives: "anull"),
        Example("literal substitution", "[[|a ${x} b|]]", #"{"x":1}"#, gives: "a 1 b"),
        Example("escaped quotes", #"<p th:text="'it\'s'"></p>"#, gives: "<p>it&#39;s</p>"),
        Example(
            "paths",
            "[[${a.b[1].c}]] [[${a['b'][0]}]] [[${a.n?.m}]]|",
            #"{"a":{"b":[1,{"c":2}]}}"#,
            gives: "2 1 |"
        ),
        Example("a missing key is null", "[[${a.x}]]", #"{"a":{}}"#, gives: ""),
        Example("a property of null", "[[${a.x.y}]]", #"{"a":{}}"#, fails: "template.null"),
        Example(
            "methods",
            "[[${s.length()}]] [[${s.toUpperCase()}]] [[${l.size()}]] [[${l.isEmpty()}]] [[${m.containsKey('a')}]] [[${s.contains('b')}]]",
            #"{"s":"abc","l":[1],"m":{"a":1}}"#,
            gives: "3 ABC 1 false true true"
        ),
        Example(
            "operators inside",
            "[[${1 + 2 * 3}]] [[${7 % 4}]] [[${a and not b}]] [[${a ? 'x' : 'y'}]] [[${1 lt 2}]] [[${3 in {1,2,3}}]]",
            #"{"a":true,"b":false}"#,
            gives: "7 3 true x true true"
        ),
        Example("preprocessing", "[[${__${k}__}]]", #"{"k":"a.b","a":{"b":5}}"#, gives: "5"),
        Example(
            "preprocessing in attributes",
            #"<p th:each="x : ${xs}" th:title="${m.__${x}__}"></p>"#,
            #"{"xs":["a","b"],"m":{"a":1,"b":2}}"#,
            gives: #"<p title="1"></p><p title="2"></p>"#
        ),
        Example("a bare token", "<p th:text=\"hello\"></p>", gives: "<p>hello</p>"),
        Example(
            "the selected object by its name",
            #"<p th:object="${o}">[[${#object.a}]]</p>[[${#object.b}]]"#,
            #"{"o":{"a":1},"b":2}"#,
            gives: "<p>1</p>2"
        ),
        Example(
            "projection and selection",
            "[[${l.{a}}]] [[${l.{? a > 1}.size()}]]",
            #"{"l":[{"a":1},{"a":2}]}"#,
            gives: "[1, 2] 1"
        ),
    ]

    static let links: [Example] = [
        Example("a message", "[[#{a.b}]]", gives: "Hello", messages: "a.b=Hello"),
        Example(
            "a message with arguments",
            "[[#{a(${x}, 'y')}]]",
            #"{"x":1234.5}"#,
            gives: "1,234.5 and y it&#39;s",
            messages: "a={0} and {1} it''s"
        ),
        Example("a missing message", "[[#{a.c}]]", gives: "??a.c_en??"),
        Example(
            "a message with number patterns",
            "[[#{a(${x}, 7, 0.5)}]]",
            #"{"x":1234.567}"#,
            gives: "1234.57 1,234.567 007 50% 50.0%",
            messages: "a={0,number,#.##} {0,number} {1,number,000} {2,number,percent} {2,number,0.0%}"
        ),
        Example(
            "a message with a choice",
            "[[#{a(0)}]], [[#{a(1)}]], [[#{a(2000)}]]",
            gives: "none, one, 2,000 of them",
            messages: "a={0,choice,0#none|1#one|1<{0} of them}"
        ),
        Example("a computed message key", "[[#{${k}}]]", #"{"k":"a"}"#, gives: "A", messages: "a=A"),
        Example("a link", "<a th:href=\"@{/a/b}\">x</a>", gives: "<a href=\"/a/b\">x</a>"),
        Example(
            "parameters",
            "<a th:href=\"@{/a(x=${v},y='b c')}\">x</a>",
            #"{"v":1}"#,
            gives: "<a href=\"/a?x=1&amp;y=b%20c\">x</a>"
        ),
        Example(
            "path variables",
            "<a th:href=\"@{/a/{id}/b(id=${v},q=2)}\">x</a>",
            #"{"v":"1 2"}"#,
            gives: "<a href=\"/a/1%202/b?q=2\">x</a>"
        ),
        Example(
            "a fragment and a query",
            "<a th:href=\"@{/a?z=1#f(x=2)}\">x</a>",
            gives: "<a href=\"/a?z=1&amp;x=2#f\">x</a>"
        ),
        Example(
            "a bare name and a list",
            "<a th:href=\"@{/a(p,l=${l})}\">x</a>",
            #"{"l":[1,2]}"#,
            gives: "<a href=\"/a?p&amp;l=1&amp;l=2\">x</a>"
        ),
        Example(
            "relative to the server",
            "<a th:href=\"@{~/a}\">x</a><a th:href=\"@{//h/a}\">x</a>",
            gives: "<a href=\"/a\">x</a><a href=\"//h/a\">x</a>"
        ),
    ]
}
