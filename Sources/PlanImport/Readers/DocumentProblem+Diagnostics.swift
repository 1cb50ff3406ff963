import Diagnostics
import Foundation

extension DocumentProblem {
    /// The problem for people.
    func diagnostic(file: String) -> Diagnostic {
        let (code, message, help) = wording
        return Diagnostic(code: code, at: SourceLocation(file: file), message, help: [help])
    }

    private var wording: (String, LocalizedText, LocalizedText) {
        switch self {
        case .pdfToolMissing:
            (
                "import.pdf-tool-missing",
                LocalizedText(en: "reading PDF files needs pdftotext", zh: "读取PDF需要pdftotext"),
                LocalizedText(en: "install poppler-utils, or save the text as .txt", zh: "请安装poppler-utils，或另存为文本文件")
            )
        case .pdfUnreadable(let words):
            (
                "import.pdf-unreadable",
                LocalizedText(en: "the PDF file cannot be read: \(words)", zh: "无法读取PDF文件：\(words)"),
                LocalizedText(en: "open and save it again, or copy its text into a file", zh: "请重新保存，或将文字复制到文本文件")
            )
        case .docxUnreadable:
            (
                "import.docx-unreadable",
                LocalizedText(en: "the file is no Word document or damaged", zh: "文件不是Word文档或已损坏"),
                LocalizedText(en: "save it again as .docx", zh: "请重新另存为.docx")
            )
        case .htmlUnreadable:
            (
                "import.html-unreadable",
                LocalizedText(en: "the page holds no words", zh: "网页中没有正文"),
                LocalizedText(en: "save the page with its text", zh: "请保存带正文的网页")
            )
        }
    }

    static func unreadable(_ file: URL, _ error: any Error) -> Diagnostic {
        Diagnostic(
            code: "import.unreadable",
            at: SourceLocation(file: file.relativePath),
            LocalizedText(
                en: "the file cannot be read: \(error.localizedDescription)",
                zh: "无法读取文件：\(error.localizedDescription)"
            ),
            help: [LocalizedText(en: "check the path and the permissions", zh: "请检查路径和权限")]
        )
    }

    static func unreadablePlan(_ file: URL) -> Diagnostic {
        Diagnostic(
            code: "import.plan-unreadable",
            at: SourceLocation(file: file.relativePath),
            LocalizedText(
                en: "the existing plan.yaml is no readable YAML, so its edits cannot be kept",
                zh: "现有的plan.yaml无法读取，不能保留其中的修改"
            ),
            help: [LocalizedText(en: "repair it, or move it away and import again", zh: "请修正，或移走后重新导入")]
        )
    }

    static func unwritable(_ folder: URL, _ error: any Error) -> Diagnostic {
        Diagnostic(
            code: "import.unwritable",
            at: SourceLocation(file: folder.relativePath),
            LocalizedText(
                en: "the folder cannot be written: \(error.localizedDescription)",
                zh: "无法写入文件夹：\(error.localizedDescription)"
            ),
            help: [LocalizedText(en: "choose another folder with --output", zh: "请用--output指定其他文件夹")]
        )
    }
}
