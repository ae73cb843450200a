# Shorthand for the commands in README.md. `make help` lists them.
.PHONY: help demo run live test check axe bench golden screens fmt

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## Play the examples through their weeks in seconds; letters go to out/
	go -C devserver run . demo

run: ## Run the service on data/ until it is stopped
	go -C devserver run .

live: ## Run a demonstration on data-demo/: a lively invented council, one-click sign-in
	SENDPANEL_DATA=data-demo go -C devserver run . --demo

test: ## Run every test
	go test ./... && go -C devserver test ./...

check: ## What CI runs: formatting, vet, tests, and the race detector where a C compiler exists
	@test -z "$$(gofmt -l .)" || { echo "not gofmt-clean:"; gofmt -l .; exit 1; }
	go vet ./... && go -C devserver vet ./...
	$(MAKE) test
	@if [ "$$(go env CGO_ENABLED)" = 1 ] && command -v "$$(go env CC)" >/dev/null; then \
		echo "go test -race ./..."; go test -race -timeout 20m ./...; \
	else echo "no C compiler: the race detector was not run"; fi

axe: ## Fetch axe-core, which the accessibility tests run in Chromium, into .cache/ (needs npm)
	@test -e .cache/node_modules/axe-core/axe.min.js || npm install --silent --no-save --no-audit --no-fund --prefix .cache axe-core@4

bench: ## Run the benchmarks of the hot paths
	go test -run '^$$' -bench . -benchmem ./...
	go -C devserver test -run '^$$' -bench . -benchtime 1x -timeout 60m .

golden: ## Rewrite the golden files; read the difference before you commit it
	go test ./statute ./letters ./examples ./council ./casework/evidence ./casework/feedback -update

screens: ## Take the pictures of the main pages in docs/screens (needs Chromium)
	go test ./portal -run TestScreens -args -screens

fmt: ## Format the code
	gofmt -w .
