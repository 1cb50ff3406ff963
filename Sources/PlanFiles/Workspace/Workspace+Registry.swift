public import Diagnostics
public import Foundation
public import PlanModel

extension Workspace {
    /// Reads only the registries, for an import that has no plan yet.
    ///
    /// A workspace without registries yields empty ones: the import then proposes every department it finds.
    public static func registry(at root: URL) -> (registry: Registry, diagnostics: [Diagnostic]) {
        let folder = WorkspaceFolder(root: root)
        guard folder.isFolder("Plans/registry") else { return (Registry(areas: [], organizations: []), []) }
        var reader = WorkspaceReader(folder: folder, isSample: false)
        let names = reader.names()
        return (Registry(areas: names.areas ?? [], organizations: names.organizations ?? []), reader.diagnostics)
    }
}
