using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>The corpus as C# compiles it, loaded anew so that its static fields are as they begin.</summary>
internal sealed class CompiledSuite : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Corpus", isCollectible: true);

    public CompiledSuite(byte[] image, string type)
    {
        Type = _context.LoadFromStream(new MemoryStream(image)).GetType(type, throwOnError: true)!;
        if (Type.GetField("pid", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public) is { } process)
        {
            process.SetValue(
                null, Convert.ChangeType(Environment.ProcessId, process.FieldType, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public Type Type { get; }

    /// <summary>Compiles the corpus. What the analyzer refuses compiles all the same.</summary>
    public static byte[] Emit(CSharpCompilation compilation)
    {
        var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return image.ToArray();
    }

    public void Dispose() => _context.Unload();
}
