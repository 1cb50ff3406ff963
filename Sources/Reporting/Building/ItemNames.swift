import Assessment
import PlanModel

extension PlanView {
    /// What people call an item: an indicator, a commitment, a measure, a task or a project.
    ///
    /// A commitment that another one shares its words with says where it stands: 新建、改扩建中小学校（重点项目2）.
    func name(of item: ItemID) -> String {
        if let name = observableNames[item] {
            let isShared = observableNames.values.count { $0 == name } > 1
            return isShared ? name + (place(of: item).map { "（\($0)）" } ?? "") : name
        }
        if let task = plan.allTasks.first(where: { $0.id == item }) { return task.title }
        return plan.keyProjects.first { $0.id == item }?.name ?? item.text
    }

    /// Where a commitment stands, in a word or two; nil for anything else.
    private func place(of item: ItemID) -> String? {
        guard let place = targets.first(where: { $0.place.target.id == item })?.place else { return nil }
        if let project = plan.keyProjects.first(where: { $0.id == place.project }) { return "重点项目\(project.number)" }
        if let task = plan.allTasks.first(where: { $0.id == place.task }) { return "任务\(task.number)" }
        let section = plan.chapters.flatMap(\.sections).first { $0.id == place.section }
        return section?.title ?? plan.chapters.first { $0.id == place.chapter }?.title
    }
}
