import PlanReportCLI

await PlanReport.main()
