using System;
using System.IO;
using System.Runtime.CompilerServices;
using Dynptrs.Build.Compiling;

namespace Dynptrs.Build;

/// <summary>What the build runs: a file says what is asked, errors come as MSBuild reads them.</summary>
internal static class Program
{
    /// <summary>Everything is emitted, or something is wrong that the compiler reports.</summary>
    private const int Done = 0;

    /// <summary>Nothing is emitted, and the errors say why.</summary>
    private const int Refused = 1;

    private static int Main(string[] arguments)
    {
        if (arguments is not [var path])
        {
            Console.Error.WriteLine("dynptr: error BPF003: The build runs this with one argument, the file that says what to emit.");
            return Refused;
        }

        var request = BuildRequest.Read(path);
        if (!SdkCompiler.TryUse(request.Compiler))
        {
            Console.Error.WriteLine(
                $"dynptr: error BPF003: There is no C# compiler in {request.Compiler}: build with the .NET 10 SDK or later.");
            return Refused;
        }

        try
        {
            return Run(request, Console.Error);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"dynptr: error BPF003: Nothing is emitted to {request.Output}: {exception.Message}");
            return Refused;
        }
    }

    // No type of the compiler may be met before it is said where that is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(BuildRequest request, TextWriter errors) => BuildRun.Run(request, errors) ? Done : Refused;
}
