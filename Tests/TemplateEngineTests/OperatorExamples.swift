import TemplateEngine

/// Examples of what stands inside `${…}`, and of places where values could become code.
extension Examples {
    static let operators: [Example] = [
        Example(
            "shifts",
            "[[${1 << 3}]] [[${-9 >> 1}]] [[${-8 >>> 60}]] [[${1 shl 2}]] [[${8 ushr 2}]]",
            gives: "8 -5 15 4 2"
        ),
        Example(
            "bits",
            "[[${6 & 3}]] [[${6 | 3}]] [[${6 ^ 3}]] [[${~5}]] [[${1 bor 2 band 3 xor 1}]]",
            gives: "2 7 5 -6 3"
        ),
        Example("shifts bind closer than comparisons", "[[${1 << 2 > 3}]] [[${1 + 1 << 1}]]", gives: "true 4"),
        Example(
            "numbers in other notations",
            "[[${0x1F}]] [[${017}]] [[${1e2}]] [[${1.5E-1}]] [[${.5}]] [[${10L}]]",
            gives: "31 15 100.0 0.15 0.5 10"
        ),
        Example(
            "the context by its names",
            "[[${#vars.a}]] [[${#root.a}]] [[${#this.a}]] [[${#ctx.locale}]]",
            #"{"a":1}"#,
            gives: "1 1 1 en"
        ),
        Example(
            "#this in a selection",
            #"<p th:object="${o}">[[*{#this.a}]] [[*{l.{#this + 1}}]]</p>"#,
            #"{"o":{"a":1,"l":[2]}}"#,
            gives: "<p>1 [3]</p>"
        ),
        Example(
            "of all texts only `true` is true inside ${}",
            "[[${'x' ? 1 : 2}]] [[${'True' ? 1 : 2}]] [[${!x}]] [['x' ? 1 : 2]]",
            #"{"x":"no"}"#,
            gives: "2 1 true 1"
        ),
        Example(
            "texts beside numbers",
            "[[${'' == 0}]] [[${' 10 ' == 10}]] [[${true == 1}]] [[${'a' == 1}]]",
            gives: "true true true false"
        ),
        Example(
            "a message that is no pattern",
            "[[#{a(1)}]] [[#{b(1)}]]",
            gives: "x {0 y { z",
            messages: "a=x {0\nb=y { z"
        ),
        Example("a message with an open brace", "[[#{a(1)}]]", fails: "template.message", messages: "a=it''s {0"),
        Example(
            "a message with a brace that is no argument",
            "[[#{a(1)}]]",
            fails: "template.message",
            messages: "a={x}"
        ),
        Example("braces in quotes", "[[#{a(1)}]]", gives: "{0} 1", messages: "a='{0}' {0}"),
    ]

    static let guarded: [Example] = [
        Example(
            "a script in an event attribute",
            #"<p th:onclick="f('a', ${x}); g()">b</p>"#,
            gives: #"<p onclick="f(&#39;a&#39;, ${x}); g()">b</p>"#
        ),
        Example(
            "values in a script",
            #"<p th:onclick="f([[${s}]], [[${n}]], [[${l}]], [[${o}]], [[${no}]])">b</p>"#,
            #"{"s":"a\"</b>'\\\n","n":1.5,"l":[1,"x"],"o":{"k":true}}"#,
            gives:
                #"<p onclick="f(&quot;a\&quot;\u003C\/b\u003E\u0027\\\n&quot;, 1.5, [1,&quot;x&quot;], {&quot;k&quot;:true}, null)">b</p>"#
        ),
        Example(
            "line separators in a script",
            #"<p th:onclick="f([[${s}]])">b</p>"#,
            #"{"s":"a\u2028é\u2029“b”"}"#,
            gives: #"<p onclick="f(&quot;a\u2028é\u2029“b”&quot;)">b</p>"#
        ),
        Example(
            "pieces of a script as they are",
            #"<p th:onclick="f[(${s})]()">b</p><p onclick="a" th:onclick="[(${no})]">c</p>"#,
            #"{"s":"oo"}"#,
            gives: #"<p onclick="foo()">b</p><p>c</p>"#
        ),
        Example(
            "`param` in text",
            "<p th:text=\"${param.a}\" th:title=\"${param.a}\">[[${param.a}]]</p>",
            #"{"param":{"a":1}}"#,
            gives: #"<p title="1">1</p>"#
        ),
        Example(
            "`param` unescaped",
            #"<p th:utext="${param.a}">b</p>"#,
            #"{"param":{"a":1}}"#,
            fails: "template.restricted"
        ),
        Example(
            "`param` unescaped in text",
            "<p>[(${param.a})]</p>",
            #"{"param":{"a":1}}"#,
            fails: "template.restricted"
        ),
        Example(
            "`param` as a link",
            #"<a th:href="${param.a}">b</a>"#,
            #"{"param":{"a":"b"}}"#,
            fails: "template.restricted"
        ),
        Example(
            "`param` as the base of a link",
            #"<a th:title="@{${param.a}}">b</a>"#,
            #"{"param":{"a":"b"}}"#,
            fails: "template.restricted"
        ),
        Example(
            "`param` as a parameter of a link",
            #"<a th:href="@{/a(b=${param.a})}">b</a>"#,
            #"{"param":{"a":"b"}}"#,
            gives: #"<a href="/a?b=b">b</a>"#
        ),
        Example(
            "`param` in th:attr",
            #"<a th:attr="title=${param.a}">b</a>"#,
            #"{"param":{"a":"b"}}"#,
            fails: "template.restricted"
        ),
        Example(
            "`param` in an unknown attribute",
            #"<a th:foo="${param.a}">b</a>"#,
            #"{"param":{"a":"b"}}"#,
            fails: "template.restricted"
        ),
        Example(
            "`param` as a fragment's parameter",
            #"<a th:insert="~{f :: a(${param.a})}">b</a>"#,
            #"{"param":{"a":"b"}}"#,
            fails: "template.restricted",
            others: ["f.html": #"<p th:fragment="a(x)">A</p>"#]
        ),
        Example(
            "`param` in preprocessing",
            "<p>[[${__${param.a}__}]]</p>",
            #"{"param":{"a":"b"}}"#,
            fails: "template.restricted"
        ),
        Example(
            "a script of another type is markup",
            #"<script type="text/x-template"><p th:text="${x}">[[${x}]]</p></script>"#,
            #"{"x":"</script>"}"#,
            gives: #"<script type="text/x-template"><p>&lt;/script&gt;</p></script>"#
        ),
        Example(
            "elements of text between tags",
            #"<p th:inline="text">[# th:if="${x}"]a[# th:each="i : ${l}"][[${i}]],[/][/]<b>[#th:block th:utext="${m}"/]</b>[[]</p>[# th:text="1"/]"#,
            #"{"x":true,"l":[1,2],"m":"<i/>"}"#,
            gives: #"<p>a1,2,<b><i/></b>[[]</p>[# th:text="1"/]"#
        ),
        Example(
            "an element of text that is not closed",
            #"<p th:inline="text">[# th:if="true"]a</p>"#,
            gives: #"<p>[# th:if="true"]a</p>"#
        ),
        Example("inlining of the other markup language", #"<p th:inline="xml">a</p>"#, fails: "template.inline"),
        Example(
            "Thymeleaf's own document types",
            #"<!DOCTYPE html SYSTEM "http://www.thymeleaf.org/dtd/xhtml1-strict-thymeleaf-spring4-4.dtd"><p>a</p>"#,
            gives:
                #"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><p>a</p>"#
        ),
    ]
}
