# policykit 的常用命令。只需要 Python 3.11 以上和 make；第一次运行会在 .venv/ 里装好依赖（版本见 constraints.txt）。
#   make demo               解析一份样例：终端里看任务表，清单写进 demo-output/
#   make test               全部检查与测试
#   make PYTHON=python3.12 …   换一个解释器（先删去 .venv/）

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
OUTPUT := demo-output

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help demo test goldens docs constraints bench clean

help: ## 列出这些命令
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo '需要 Python 3.11 以上；可用 make PYTHON=python3.12 指定解释器' >&2; exit 1; }
	@echo '建立虚拟环境 $(VENV)/'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	@echo '安装 policykit（第一次要下载依赖）'
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	@echo '安装 policykit 和开发工具（第一次要下载依赖）'
	@$(INSTALL) --editable '.[dev]'
	@touch $(VENV)/.runtime $@

demo: $(VENV)/.runtime ## 解析一份样例，任务表显示在终端，清单写进 demo-output/
	@$(BIN)/python -m tools.demo $(OUTPUT)

# 生成的文档、schemas/ 和样例的期望输出是否过期，由 pytest 里的测试比较。
test: $(VENV)/.dev ## 静态检查、类型、分层、文档与样例是否过期、全部测试
	@echo 'ruff' && $(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .
	@echo 'mypy' && $(BIN)/mypy --no-error-summary
	@echo 'lint-imports' && { $(BIN)/lint-imports > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }; }
	@echo 'pytest' && $(BIN)/python -m pytest

goldens: $(VENV)/.dev ## 重写样例的期望输出和 schemas/（改完用 git diff 看一遍）
	@$(BIN)/python -m pytest --update

docs: $(VENV)/.dev ## 重新生成 docs/ 里的生成页，刷新文档里的命令输出
	@$(BIN)/python -m tools.docs

constraints: $(VENV)/.dev ## 升级依赖后，把装好的版本写进 constraints.txt
	@$(BIN)/python -m tools.constraints

bench: $(VENV)/.dev ## 冷启动、吞吐量与增长的比值（见 benchmarks/README.md）
	@for name in cold_start throughput growth docx_read diff plan; do echo "== $$name"; $(BIN)/python benchmarks/$$name.py || exit 1; done

clean: ## 删去生成的文件和缓存（.venv/ 留着）
	@rm -rf $(OUTPUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
