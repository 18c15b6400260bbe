#!/usr/bin/env bash
# Gitee、Jenkins 等任何能运行 shell 的服务：比较两份计划，留下报告，有指定的变化时以 1 退出。
#   bash ci/diff.sh 去年的 今年的 [输出目录]
# 环境变量 FAIL_ON：有哪些变化时不通过，默认 error；POLICYKIT：怎样运行 policykit，默认 policykit。
set -euo pipefail

old=$1
new=$2
out=${3:-policykit-report}
read -ra policykit <<< "${POLICYKIT:-policykit}"
mkdir -p "$out"

for format in md html docx; do
  "${policykit[@]}" diff -q --exit-zero --force -o "$out/diff.$format" -- "$old" "$new"
done
"${policykit[@]}" diff --force -f junit -o "$out/diff.xml" --fail-on "${FAIL_ON:-error}" -- "$old" "$new"
