"""Lays the apps in JavaScript out in target/bench, with their libraries."""

import shutil
import subprocess
import tarfile

from processes import Failed, ROOT, say


def install(cloud):
    """Returns the command of a cloud's app, its two arguments left out."""
    folder = ROOT / "target/bench" / cloud.sources.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in [each for each in folder.rglob("*.js") if "node_modules" not in each.parts]:
        old.unlink()
    shutil.copytree(cloud.sources, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
    install_libraries(folder)
    for provider in cloud.bindings:
        install_bindings(folder, provider)
    return ["node", str(folder / "app.js"), *cloud.choice]


def install_libraries(folder):
    # Written last, so that a half-made installation has none.
    mark = folder / "installed.json"
    lock = folder / "package-lock.json"
    if mark.exists() and mark.read_bytes() == lock.read_bytes():
        return
    say(f"installing the libraries of JavaScript into {folder.relative_to(ROOT)}")
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if done.returncode != 0:
        raise Failed(f"npm ci failed:\n{done.stderr.strip()}")
    shutil.copy(lock, mark)


def install_bindings(folder, provider):
    """The bindings are those of this project's build, as JavaScript: nobody publishes any of these providers' versions."""
    bindings = sorted((ROOT / ".cache/bindings" / provider / "classes").rglob("*.jsii.tgz"))
    if len(bindings) != 1:
        found = f".cache/bindings/{provider} holds {len(bindings)} bindings, and 1 is expected"
        raise Failed(f"{found}; remove it and target/streamfleet, so that the next build makes them")
    package = folder / "node_modules/@cdktf" / f"provider-{provider}"
    mark = package / "installed"
    made = f"{bindings[0].stat().st_size} {bindings[0].stat().st_mtime_ns}"
    if mark.exists() and mark.read_text(encoding="utf-8") == made:
        return
    shutil.rmtree(package, ignore_errors=True)
    package.mkdir(parents=True)
    with tarfile.open(bindings[0]) as archive:
        for member in archive.getmembers():
            member.name = member.name.removeprefix("package/")
            archive.extract(member, package)
    mark.write_text(made, encoding="utf-8")
