import ArgumentParser
import PlanReportCLI

@main
enum Main {
    static func main() async {
        await PlanReport.runAndExit()
    }
}
