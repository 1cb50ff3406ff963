# PlanReport in two commands:
#
#   make         installs what is missing, builds, and writes the documents and pages of all plans to Output/current
#   make test    installs the same and runs all tests
#
# `make help` lists the rest.

SWIFT ?= swift
PLANREPORT := .build/release/planreport

# Debian packages, by what needs them. Scripts/install-missing knows how to tell whether each is there.
BUILD_PACKAGES := pkg-config libxml2-dev libzip-dev
BROWSER_PACKAGES := chromium fontconfig fonts-noto-cjk poppler-utils python3 python3-venv

# Warnings are errors in our checks, not for whoever builds us. SwiftPM gives this flag to our own targets only: it
# compiles dependencies with -suppress-warnings and leaves the flag out there. `swift build` and `swift test` must get
# the same flags, or each would compile everything again.
STRICT := -Xswiftc -warnings-as-errors

SWIFT_SOURCES = find Package.swift Sources Tests $(wildcard Benchmarks Fuzzing) \
	-name '.?*' -prune -o -name '*.swift' -print0

# Swift uses all cores by itself, and two builds would only wait for each other.
.NOTPARALLEL:

.PHONY: report
report: build ## Build and write all plans' documents and pages to Output/current (default)
	$(PLANREPORT) build --workspace .
	@echo "Open $(CURDIR)/Output/current/index.html"

.PHONY: build
build: packages ## Build planreport in release mode
	$(SWIFT) build -c release

.PHONY: test
test: packages ## Run all tests, with warnings as errors and the format checked
	$(SWIFT_SOURCES) | xargs -0 $(SWIFT) format lint --strict
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test $(STRICT)

.PHONY: sample
sample: build ## Build with the invented sample data (示例) into Output/sample
	$(PLANREPORT) build --workspace . --sample --output Output/sample

.PHONY: test-browser
test-browser: browser-packages report sample ## Look at all pages in Chromium and on paper
	Scripts/test-browser --self-test
	Scripts/test-browser --injection
	Scripts/test-browser Output/current Output/sample/current

.PHONY: test-counts
test-counts: packages ## Count instructions and allocations of the template engine, with thresholds
	@Scripts/install-missing valgrind
	Benchmarks/counts.sh

.PHONY: test-threads
test-threads: packages ## Run the tests of concurrent rendering with the thread sanitizer (a build of its own)
	$(SWIFT) test --sanitize=thread --scratch-path .build-threads --filter ConcurrencyTests

.PHONY: packages
packages:
	@command -v $(SWIFT) >/dev/null || { \
		echo "error: there is no Swift toolchain ('$(SWIFT)' is not found)" >&2; \
		echo "  help: install Swift 6.2 or newer from https://www.swift.org/install/, then run make again" >&2; \
		exit 1; }
	@Scripts/install-missing $(BUILD_PACKAGES)

.PHONY: browser-packages
browser-packages:
	@Scripts/install-missing $(BROWSER_PACKAGES)

.PHONY: clean
clean: ## Remove what was built and published, but not the downloaded dependencies
	if [ -d .build ]; then $(SWIFT) package clean; fi
	rm -rf .build-browser .build-threads Output/current Output/releases Output/sample Output/.lock Output/.staging-*

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
