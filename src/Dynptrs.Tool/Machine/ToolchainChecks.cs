using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Toolchain;

namespace Dynptrs.Tool.Machine;

/// <summary>The programs and libraries that make objects and load them.</summary>
internal static class ToolchainChecks
{
    /// <summary>Looks.</summary>
    public static IEnumerable<CheckResult> Run()
    {
        yield return SdkCompiler.FindNewest() is { } sdk
            ? new CheckResult(".NET SDK", CheckState.Fine, System.IO.Path.GetDirectoryName(sdk)!)
            : new CheckResult(".NET SDK", CheckState.Missing, "none beside this .NET",
                "Install the .NET 10 SDK or later: its compiler reads the project.");
        var clang = Clang.Find(out var problem);
        yield return clang is not null
            ? new CheckResult("clang", CheckState.Fine, FormattableString.Invariant($"{clang.Path}, version {clang.Version}"))
            : new CheckResult("clang", CheckState.Missing, "not found", problem + ".");
        if (clang is not null)
        {
            yield return clang.Strip is { } strip
                ? new CheckResult("llvm-strip", CheckState.Fine, strip)
                : new CheckResult("llvm-strip", CheckState.Limited, "not found",
                    $"Objects stay larger than they must be. Install it: `{Clang.InstallCommand}`.");
        }

        yield return LibBpf();
    }

    private static CheckResult LibBpf()
    {
        if (NativeLibrary.TryLoad("libbpf.so.1", out var handle))
        {
            NativeLibrary.Free(handle);
            return new CheckResult("libbpf", CheckState.Fine, "libbpf.so.1");
        }

        var install = Executables.Find("dnf") is not null ? "dnf install libbpf"
            : Executables.Find("pacman") is not null ? "pacman -S libbpf"
            : "apt-get install libbpf1";
        if (!NativeLibrary.TryLoad("libbpf.so.0", out handle))
            return new CheckResult("libbpf", CheckState.Missing, "not found", $"It loads objects. Install it: `{install}`.");
        NativeLibrary.Free(handle);
        return new CheckResult("libbpf", CheckState.Missing, "libbpf.so.0, which is too old",
            $"Install version 1.0 or later: `{install}`.");
    }
}
