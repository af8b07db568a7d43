using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace Dynptrs.Verifier.Tests.Properties.Sabotage;

/// <summary>Loads these tests, and the interpreter, once more beside a verifier with a fault in it.</summary>
/// <param name="verifier">The faulty verifier.</param>
internal sealed class MutantContext(byte[] verifier) : AssemblyLoadContext(isCollectible: true)
{
    /// <summary>What <see cref="Hunt.FindFirst"/> answers there.</summary>
    public int FindFirst(int[] seeds)
    {
        var hunt = LoadFromAssemblyName(typeof(Hunt).Assembly.GetName()).GetType(typeof(Hunt).FullName!)!;
        return hunt.GetMethod(nameof(Hunt.FindFirst))!.CreateDelegate<Func<int[], int>>()(seeds);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == typeof(DynptrVerifier).Assembly.GetName().Name)
            return LoadFromStream(new MemoryStream(verifier));
        return assemblyName.Name is { } name && name.StartsWith("Dynptrs.", StringComparison.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            : null;
    }
}
