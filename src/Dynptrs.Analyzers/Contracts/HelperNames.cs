using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>The helpers that the runtime implements, by the kernel's names of them, and for each whether the kernel has it.</summary>
internal sealed class HelperNames(KnownTypes known)
{
    private static readonly LoadTimeValues Either = LoadTimeValues.Of(new ValueRange(0, 1));

    private readonly ConcurrentDictionary<string, GlobalVariable> _variables = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, int>> _numbers = new(() => Read(known));

    /// <summary>
    /// What says whether the kernel has a helper, each name once: a variable that is set when a program is loaded. Or <see langword="null"/>
    /// where no helper has that name.
    /// </summary>
    public GlobalVariable? Find(string name) =>
        _numbers.Value.TryGetValue(name, out var number) ? _variables.GetOrAdd(name, Make(name, number)) : null;

    private static GlobalVariable Make(string name, int number) => new(name, "", new Site(null))
    {
        Type = ScalarType.Bool,
        IsReadOnly = true,
        LoadTime = Either,
        Helper = new HelperRequirements(name) { Id = number },
    };

    private static Dictionary<string, int> Read(KnownTypes known)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var pending = new Stack<INamespaceOrTypeSymbol>();
        pending.Push(known.Declaration.ContainingAssembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            foreach (var member in pending.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    pending.Push(inner);
                else if (known.Helper(member) is var (name, number))
                    numbers[name] = number;
            }
        }

        return numbers;
    }
}
