#!/usr/bin/env bash
# GitHub action 的正文：行内注释写到日志，Markdown 报告写进任务摘要，退出码决定检查是否通过。
# 环境变量：OLD、NEW 两个文件；或者 REV 一个版本、NEW 一个文件。FAIL_ON 有哪些变化时不通过。
set -euo pipefail

if [ -n "${REV:-}" ]; then
  sides=(--git "$REV" -- "$NEW")
else
  sides=(-- "$OLD" "$NEW")
fi
report=${RUNNER_TEMP:-/tmp}/policykit-diff.md

policykit diff --exit-zero -q -f md "${sides[@]}" > "$report"
cat "$report" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
echo "report=$report" >> "${GITHUB_OUTPUT:-/dev/null}"
policykit diff -f github --fail-on "$FAIL_ON" "${sides[@]}"
