using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Emit.Programs;
using Dynptrs.Testing;
using Dynptrs.Testing.Compiling;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Emit.Tests.Corpus;

/// <summary>Programs that are compiled together.</summary>
internal sealed class ProgramSet(string name, IEnumerable<string> files, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
{
    /// <summary>The name, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>The compilation, with what the generators add.</summary>
    public Compilation Compilation { get; } = ProgramCompilation.Read(Repository.Root, files, kind);

    /// <summary>What the compiler says is wrong.</summary>
    public IEnumerable<Diagnostic> Errors =>
        Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Emits each program as an object of its own.</summary>
    public ImmutableArray<EmittedProgram> EmitEach(bool includesRefused = false)
    {
        var emitter = new ProgramEmitter(Compilation, new EmissionOptions { IncludesRefused = includesRefused });
        return
        [
            .. emitter.FindPrograms().Select(method =>
                new EmittedProgram(Name, MetadataName(method.ContainingType), method.Name, emitter.Emit(method.Name, [method]))),
        ];
    }

    private static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return $"{MetadataName(outer)}+{type.MetadataName}";
        var room = type.ContainingNamespace;
        return room.IsGlobalNamespace ? type.MetadataName : $"{room.ToDisplayString()}.{type.MetadataName}";
    }
}
