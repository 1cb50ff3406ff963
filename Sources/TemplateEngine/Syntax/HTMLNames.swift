/// What the HTML standard says about element and attribute names, as far as templates need it.
enum HTMLNames {
    /// Elements without content or end tag.
    static let void: Set<String> = [
        "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param",
        "source", "track", "wbr",
    ]
    /// Elements whose content is text up to their end tag, whatever it looks like.
    static let rawText: Set<String> = ["script", "style"]
    /// What the type of a script that is no markup has in its name.
    static let scriptTypes = ["javascript", "ecmascript", "json", "module", "importmap"]

    /// For an element that may stand without its end tag: which start tags end it.
    static let endedBy: [String: Set<String>] = [
        "li": ["li"],
        "dt": ["dt", "dd"],
        "dd": ["dt", "dd"],
        "option": ["option", "optgroup"],
        "optgroup": ["optgroup"],
        "tr": ["tr", "tbody", "tfoot", "thead"],
        "td": ["td", "th", "tr", "tbody", "tfoot"],
        "th": ["td", "th", "tr", "tbody", "tfoot"],
        "thead": ["tbody", "tfoot"],
        "tbody": ["tbody", "tfoot"],
        "p": [
            "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "footer", "form", "h1", "h2", "h3",
            "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
        ],
    ]

    /// Elements before which white space does not matter, so that iterations repeat it.
    static let spacedInIterations: Set<String> = [
        "address", "article", "aside", "audio", "blockquote", "canvas", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
        "main", "nav", "noscript", "ol", "option", "output", "p", "pre", "section", "table", "tbody", "td", "tfoot",
        "th", "tr", "ul", "video",
    ]

    /// Attributes that are there or not, and whose value, where there is one, is their name.
    static let fixedValue: Set<String> = [
        "async", "autofocus", "autoplay", "checked", "controls", "declare", "default", "defer", "disabled",
        "formnovalidate", "hidden", "ismap", "loop", "multiple", "novalidate", "nowrap", "open", "pubdate", "readonly",
        "required", "reversed", "scoped", "seamless", "selected",
    ]

    /// Attributes that stay when their value is empty.
    static let keptWhenEmpty: Set<String> = ["href", "src", "value", "action", "name", "type", "method"]

    /// Attributes the dialect has template attributes for that do nothing but set them.
    static let ordinary: Set<String> = [
        "abbr", "accept", "accept-charset", "accesskey", "align", "alt", "archive", "audio", "autocomplete", "axis",
        "background", "bgcolor", "border", "cellpadding", "cellspacing", "challenge", "charset", "cite", "class",
        "classid", "codebase", "codetype", "cols", "colspan", "compact", "content", "contenteditable", "contextmenu",
        "data", "datetime", "dir", "draggable", "dropzone", "enctype", "for", "form", "formaction", "formenctype",
        "formmethod", "formtarget", "frame", "frameborder", "headers", "height", "high", "hreflang", "hspace",
        "http-equiv", "icon", "id", "keytype", "kind", "label", "lang", "list", "longdesc", "low", "manifest",
        "marginheight", "marginwidth", "max", "maxlength", "media", "min", "minlength", "optimum", "pattern",
        "placeholder", "poster", "preload", "radiogroup", "rel", "rev", "rows", "rowspan", "rules", "sandbox",
        "scheme", "scope", "scrolling", "size", "sizes", "span", "spellcheck", "standby", "style", "srclang", "start",
        "step", "summary", "tabindex", "target", "title", "usemap", "valuetype", "vspace", "width", "wrap",
        "xml:base", "xml:lang", "xml:space",
    ]

    /// Whether the dialect has a template attribute for an attribute, events apart.
    static func isKnown(_ name: String) -> Bool {
        ordinary.contains(name) || fixedValue.contains(name) || keptWhenEmpty.contains(name)
    }

    /// Whether an attribute's content is a script: every name that begins like an event, words of other meanings apart.
    static func isEvent(_ name: String) -> Bool { name.hasPrefix("on") && !noEvents.contains(name) }

    private static let noEvents: Set<String> = ["once", "one", "online", "only"]

    /// Attributes that hold a URL.
    static let urls: Set<String> = [
        "href", "src", "action", "formaction", "cite", "data", "poster", "background", "longdesc", "usemap", "icon",
        "manifest", "codebase", "classid", "profile", "srcset", "xlink:href", "ping",
    ]
}
