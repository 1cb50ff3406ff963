import Diagnostics

/// A file that a workspace cannot be without, and what to do when it is not there.
enum MissingFile {
    case configuration, areas, organizations, plan, source, schema, data

    func diagnostic(_ path: String) -> Diagnostic {
        Diagnostic(
            code: code,
            at: SourceLocation(file: path),
            LocalizedText(en: "the file is missing", zh: "文件不存在"),
            help: [help]
        )
    }

    static func noSample(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning,
            code: "workspace.no-sample",
            at: SourceLocation(file: path),
            LocalizedText(en: "this plan has no sample data", zh: "此规划没有示例数据"),
            help: [LocalizedText(en: "add the folder, or build without --sample", zh: "请添加该文件夹，或不使用 --sample")]
        )
    }

    private var code: String {
        switch self {
        case .configuration: "configuration.missing-file"
        case .schema: "configuration.missing-schema"
        case .areas, .organizations: "registry.missing-file"
        case .plan: "plan.missing-file"
        case .source: "plan.missing-source"
        case .data: "workspace.missing-file"
        }
    }

    private var help: LocalizedText {
        switch self {
        case .configuration:
            LocalizedText(
                en: "run in the workspace's folder or give it with --workspace; the least content is 'format: 1'",
                zh: "请在工作目录中运行，或用 --workspace 指定；文件最少内容为“format: 1”"
            )
        case .schema:
            LocalizedText(
                en: "copy the folder Schemas from the PlanReport package into the workspace",
                zh: "请将 PlanReport 安装包中的 Schemas 文件夹复制到工作目录"
            )
        case .areas:
            LocalizedText(
                en: "list the areas with their codes, see Schemas/registry-areas.schema.json",
                zh: "请登记地区及代码，格式见 Schemas/registry-areas.schema.json"
            )
        case .organizations:
            LocalizedText(
                en: "list the organizations, see Schemas/registry-organizations.schema.json",
                zh: "请登记单位，格式见 Schemas/registry-organizations.schema.json"
            )
        case .plan:
            LocalizedText(
                en: "write the structured plan, see Documentation/plan-format.md",
                zh: "请编写结构化规划，格式见 Documentation/plan-format.md"
            )
        case .source:
            LocalizedText(
                en: "put the official text beside plan.yaml, as UTF-8",
                zh: "请将印发文本以 UTF-8 编码放在 plan.yaml 旁"
            )
        case .data:
            LocalizedText(en: "put the file back", zh: "请恢复该文件")
        }
    }
}
