#!/usr/bin/env bash
# Tests of ./streamfleet in copies of the project: bash test/launcher.sh
# Builds the app a few times, so it takes a minute or two. Changes nothing but its own temporary folder, and makes the
# Terraform bindings where the project's own build has not made them yet.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
clone="$work/a clone with spaces"
passed=0
failed=0

pass() {
  passed=$((passed + 1))
  echo "ok - $1"
}

fail() {
  failed=$((failed + 1))
  echo "not ok - $1"
  sed 's/^/    /' "$work/out" "$work/err"
}

# check NAME STATUS OUT ERR: the last run ended so, and its output matches these regular expressions.
check() {
  if [[ $status -eq $2 && $(cat "$work/out") =~ $3 && $(cat "$work/err") =~ $4 ]]; then
    pass "$1"
  else
    echo "    status $status, expected $2; stdout should match '$3', stderr '$4'"
    fail "$1"
  fi
}

run() {
  "$@" >"$work/out" 2>"$work/err" </dev/null
  status=$?
}

copy_project() {
  mkdir -p "$clone"
  (cd "$root" && git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
    tar --null -T - -cf -) | tar -C "$clone" -xf -
  mkdir -p "$root/.cache/bindings"
  ln -s "$root/.cache" "$clone/.cache"
}

# A folder with links to the named commands, to be the whole PATH.
path_with() {
  local folder=$work/path.$RANDOM name
  mkdir "$folder"
  for name in sh env dirname readlink pwd find sort cksum tr sed grep cat mkdir rm mv cp sleep stat uname ls "$@"; do
    ln -s "$(command -v "$name")" "$folder/$name" 2>/dev/null || true
  done
  echo "$folder"
}

fake() {
  mkdir -p "$(dirname "$1")"
  printf '#!/bin/sh\n%s\n' "$2" >"$1"
  chmod +x "$1"
}

version='^streamfleet [0-9]+\.[0-9]+\.[0-9]+(-SNAPSHOT)?$'
java_home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
copy_project
cd "$work" || exit 1

run env -u JAVA_HOME PATH="$(path_with mvn node)" "$clone/streamfleet" --version
check 'fails_withoutJava_saysWhichAndHow' 1 '^$' 'needs a JDK, 17 or newer, and found no java; install one \(.+\), or set JAVA_HOME'

run env JAVA_HOME=/nowhere "$clone/streamfleet" --version
check 'fails_wrongJavaHome_saysSo' 1 '^$' 'JAVA_HOME is /nowhere, which has no bin/java'

fake "$work/jdk11/bin/java" 'echo "openjdk version \"11.0.22\" 2024-01-16" >&2'
fake "$work/jdk11/bin/javac" ':'
run env JAVA_HOME="$work/jdk11" "$clone/streamfleet" --version
check 'fails_oldJava_saysItsVersion' 1 '^$' 'needs a JDK, 17 or newer, and .*/jdk11/bin/java is 11\.0\.22; install one'

fake "$work/jre/bin/java" "exec '$java_home/bin/java' \"\$@\""
run env JAVA_HOME="$work/jre" "$clone/streamfleet" --version
check 'fails_javaWithoutCompiler_asksForAJdk' 1 '^$' 'belongs to a Java without compiler; install a JDK, 17 or newer'

run env JAVA_HOME="$java_home" PATH="$(path_with node)" "$clone/streamfleet" --version
check 'fails_withoutMaven_saysWhichAndHow' 1 '^$' 'needs Maven, 3\.8 or newer, for its first build; install it \(.+\)'

old_maven=$(path_with node)
fake "$old_maven/mvn" 'echo "Apache Maven 3.6.3 (cecedd343002696d0abb50b32b541b8a6ba2883f)"'
run env JAVA_HOME="$java_home" PATH="$old_maven" "$clone/streamfleet" --version
check 'fails_oldMaven_saysItsVersion' 1 '^$' 'needs Maven, 3\.8 or newer, and mvn is 3\.6\.3; install a newer one'

# Two first uses at once.
"$clone/streamfleet" --version >"$work/out2" 2>"$work/err2" </dev/null &
other=$!
run "$clone/streamfleet" --version
check 'firstUse_twiceAtOnce_bothAnswerAndStdoutIsClean' 0 "$version" 'streamfleet: '
wait "$other"
status=$?
cp "$work/out2" "$work/out"
cp "$work/err2" "$work/err"
check 'firstUse_theOtherOfTwo_answersAsWell' 0 "$version" 'streamfleet: '
builds=$(cat "$work/err" "$work/err2" | grep -c 'building stacks')
if [[ -z $(find "$clone/target/streamfleet" -name 'build.[0-9]*' -o -name lock) && $builds -le 2 ]]; then
  pass 'firstUse_afterwards_leavesNoScratch'
else
  fail 'firstUse_afterwards_leavesNoScratch'
fi

run "$clone/streamfleet" --version
check 'secondUse_buildsNothing' 0 "$version" '^$'

if [[ -s $(echo "$clone"/target/streamfleet/*/classes.jsa) ]]; then
  pass 'firstUse_leavesAClassArchive'
else
  fail 'firstUse_leavesAClassArchive'
fi

run env PATH="$(path_with java)" "$clone/streamfleet" --version
check 'use_withoutMavenOrNode_works' 0 "$version" '^$'

mkdir -p "$work/elsewhere/deep"
ln -s "$clone/streamfleet" "$work/elsewhere/link"
ln -s ../link "$work/elsewhere/deep/link of link"
cd "$work/elsewhere" || exit 1
run './deep/link of link' --version
check 'use_throughLinksFromElsewhere_works' 0 "$version" '^$'
cd "$clone/stacks" || exit 1
run ../streamfleet --version
check 'use_byRelativePath_works' 0 "$version" '^$'
cd "$work" || exit 1

source=$clone/stacks/src/main/java/io/streamfleet/stacks/Main.java
touch -d '2001-02-03 04:05:06' "$source"
run "$clone/streamfleet" --version
check 'olderSource_checkedOut_isRebuilt' 0 "$version" 'building the app'

cp "$source" "$work/Main.java"
echo 'this is no Java' >>"$source"
run "$clone/streamfleet" --version
check 'fails_brokenSource_namesTheFileAndTheLog' 1 '^$' 'Main\.java.*the build failed; all that Maven said is in .*build\.log'
cp "$work/Main.java" "$source"

touch "$clone/stacks/src/test/java/io/streamfleet/stacks/Run.java"
without_node=$(path_with mvn java javac)
find /usr/bin /bin -maxdepth 1 ! -name 'node*' -exec ln -sf -t "$without_node" {} + 2>/dev/null
run env PATH="$without_node" "$clone/streamfleet" --version
check 'sourceRepaired_withoutNode_buildsAndSaysWhatNeedsNode' 0 "$version" \
  'no Node\.js found: validate, plan and schema work; synth and cdk need Node\.js 20 or newer'

touch "$clone/stacks/src/test/java/io/streamfleet/stacks/Run.java"
run "$clone/streamfleet" --version
check 'testChanged_buildsNothing' 0 "$version" '^$'

run env LC_ALL=C STREAMFLEET_JAVA_OPTS='-Xmx200m -Dstreamfleet.test=1' "$clone/streamfleet" --version
check 'moreJvmOptions_areTaken' 0 "$version" '^$'

# Root may write everywhere, so another user tries.
if [[ $(id -u) -eq 0 ]] && command -v setpriv >/dev/null; then
  mkdir -p "$work/theirs/target/streamfleet"
  cp "$root/streamfleet" "$root/pom.xml" "$work/theirs/"
  chmod -R a+rX "$work/theirs"
  chmod a+x "$work"
  run timeout 60 setpriv --reuid=65534 --regid=65534 --clear-groups "$work/theirs/streamfleet" --version
  check 'fails_folderOfSomeoneElse_saysSoAndDoesNotWait' 1 '^$' 'cannot write to .*/theirs/target/streamfleet; make it writable'
fi

mkdir -p "$work/größe"
cp "$root/stacks/specs/red5-aws.yaml" "$work/größe/straße.yaml"
run env LC_ALL=C "$clone/streamfleet" validate "$work/größe/straße.yaml"
check 'nameBeyondAscii_inABareLocale_isRead' 0 'straße\.yaml: live is fine$' '^$'

run "$clone/streamfleet" synth "$clone/stacks/specs/red5-aws.yaml" -o "$work/aws"
if [[ $status -eq 0 && -s $work/aws/cdk.out/live.template.json ]] && ! compgen -G "$clone/target/streamfleet/*.terraform.*" >/dev/null; then
  pass 'synthForAws_buildsNoTerraformPart'
else
  fail 'synthForAws_buildsNoTerraformPart'
fi

run env JSII_RUNTIME="$clone/target/streamfleet/gone/jsii/run" "$clone/streamfleet" synth "$clone/stacks/specs/red5-aws.yaml" -o "$work/aws"
check 'wayToRunJsii_ofAnAppThatIsGone_isLeft' 0 'live\.template\.json' ''
run env JSII_RUNTIME="$work/gone/jsii" "$clone/streamfleet" synth "$clone/stacks/specs/red5-aws.yaml" -o "$work/aws"
check 'fails_wayToRunJsii_ofTheUser_isTaken' 1 '^$' 'gone/jsii'

# The app of the cdktf command needs the part before anything else, and says then that people do not run it.
run env PATH="$without_node" "$clone/streamfleet" app --terraform
check 'fails_terraformPartWithoutNode_saysWhatIsMissing' 1 '^$' 'the part for Google Cloud and Azure is built by Node\.js'
by_hand='streamfleet: the cdktf command runs this; to write stacks: streamfleet synth'
run "$clone/streamfleet" app --terraform
check 'terraformPart_whenFirstAskedFor_isBuiltAndTheCommandRunAgain' 2 '^$' "building the app with its part for Google Cloud.*$by_hand"
for name in core streammanager; do
  if grep -A1 ":compile (default-compile) @ streamfleet-$name ---" "$clone/target/streamfleet/build.log" | grep -q 'Nothing to compile'; then
    pass "terraformPart_afterTheApp_compilesNoSecondTime_$name"
  else
    fail "terraformPart_afterTheApp_compilesNoSecondTime_$name"
  fi
done
run "$clone/streamfleet" app --terraform
check 'terraformPart_whenThere_isUsed' 2 '^$' "^$by_hand"
run "$clone/streamfleet" --version
check 'terraformPart_whenThere_isUsedByEveryCommand' 0 "$version" '^$'
if [[ -s $(echo "$clone"/target/streamfleet/*.terraform.*/classes.jsa) ]]; then
  pass 'terraformPart_hasAClassArchive'
else
  fail 'terraformPart_hasAClassArchive'
fi

touch "$clone/src/terraform/src/main/java/io/streamfleet/terraform/Outputs.java"
run "$clone/streamfleet" --version
check 'terraformSourceChanged_otherCommand_buildsNothing' 0 "$version" '^$'

# From the start: who begins with a description for Google Cloud or Azure.
rm -rf "$clone/target/streamfleet"
run "$clone/streamfleet" synth --help
if [[ $status -eq 0 ]] && ! compgen -G "$clone/target/streamfleet/*.terraform.*" >/dev/null; then
  pass 'helpOfSynth_firstOfAll_buildsNoTerraformPart'
else
  fail 'helpOfSynth_firstOfAll_buildsNoTerraformPart'
fi

rm -rf "$clone/target/streamfleet"
cd "$clone/stacks" || exit 1
run ../streamfleet --debug synth specs/red5-google.yaml specs/red5-azure.yaml -o "$work/both"
cd "$work" || exit 1
apps=("$clone"/target/streamfleet/*/classpath)
if [[ $status -eq 0 && -s $work/both/cdktf.out/stacks/world/cdk.tf.json && ${#apps[@]} -eq 1 && ${apps[0]} == *.terraform.* &&
  $(grep -c 'preparing a fast start' "$work/err") -eq 1 && $(grep -c 'building core' "$work/err") -eq 1 ]]; then
  pass 'synthForGoogleAndAzure_firstOfAll_buildsOnce'
else
  fail 'synthForGoogleAndAzure_firstOfAll_buildsOnce'
fi

echo
echo "launcher: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
