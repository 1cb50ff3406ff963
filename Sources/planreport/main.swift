print("planreport")
