using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Reach;

/// <summary>
/// The files that may have anything to do with contracts, found by their words alone: a project that uses none of it must not pay for
/// having it bound once more.
/// </summary>
/// <remarks>
/// Who works with a type names it, or was given it by a member whose declaration names it and whose own type is named. So a file is in reach
/// if it names what declares contracts, or a type that is declared in a file in reach. Words that only look so add files, and none is left
/// out.
/// </remarks>
internal sealed class FilesInReach
{
    private static readonly ConditionalWeakTable<Compilation, FilesInReach> Known = new();

    private readonly HashSet<SyntaxTree>? _files;

    // Null where every file may be.
    private FilesInReach(HashSet<SyntaxTree>? files) => _files = files;

    /// <summary>Whether there is no such file.</summary>
    public bool IsEmpty => _files is { Count: 0 };

    /// <summary>Whether a file is one of them.</summary>
    public bool Contains(SyntaxTree file) => _files?.Contains(file) != false;

    /// <summary>Those of a compilation, found once for all who ask.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="contracts">A type of the assembly that declares the contract attributes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static FilesInReach Of(Compilation compilation, INamedTypeSymbol contracts, CancellationToken cancellationToken) =>
        Known.GetValue(compilation, key => Find(key, contracts, cancellationToken));

    /// <summary>Finds them.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="contracts">A type of the assembly that declares the contract attributes.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static FilesInReach Find(Compilation compilation, INamedTypeSymbol contracts, CancellationToken cancellationToken)
    {
        if (IsHandedOn(compilation, contracts.ContainingAssembly))
            return new FilesInReach(null);
        var found = new HashSet<SyntaxTree>();
        var root = Root(contracts);
        var (rest, reached) = Divide(compilation.SyntaxTrees, file => FileWords.Of(file).Has(root, cancellationToken));
        while (reached.Count > 0)
        {
            var names = new HashSet<string>();
            foreach (var file in reached)
            {
                found.Add(file);
                if (!DeclaredNames.TryAdd(file, contracts, names, cancellationToken))
                    return new FilesInReach(null);
            }

            var hashes = names.Select(WordTable.Hash).ToList();
            (rest, reached) = Divide(rest, file => NamesAny(file, hashes, cancellationToken));
        }

        return new FilesInReach(found);
    }

    private static bool NamesAny(SyntaxTree file, List<uint> hashes, CancellationToken cancellationToken)
    {
        var words = FileWords.Of(file);
        foreach (var hash in hashes)
        {
            if (words.Contains(hash, cancellationToken))
                return true;
        }

        return false;
    }

    private static (List<SyntaxTree> Others, List<SyntaxTree> Reached) Divide(IEnumerable<SyntaxTree> files, Func<SyntaxTree, bool> isReached)
    {
        var (rest, reached) = (new List<SyntaxTree>(), new List<SyntaxTree>());
        foreach (var file in files)
            (isReached(file) ? reached : rest).Add(file);
        return (rest, reached);
    }

    /// <summary>Whether another library that uses the contracts is referenced: its members may give what they are about, unnamed.</summary>
    private static bool IsHandedOn(Compilation compilation, IAssemblySymbol contracts) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
            !SymbolEqualityComparer.Default.Equals(assembly, contracts)
            && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == contracts.Name)));

    private static string Root(INamedTypeSymbol type)
    {
        var scope = type.ContainingNamespace;
        while (scope.ContainingNamespace is { IsGlobalNamespace: false } outer)
            scope = outer;
        return scope.Name;
    }
}
