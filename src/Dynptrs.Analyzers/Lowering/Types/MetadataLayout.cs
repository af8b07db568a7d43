using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Types;

/// <summary>Reads what the metadata of a referenced assembly says about the layout of a struct: symbols do not show it.</summary>
internal sealed class MetadataLayout(Compilation compilation)
{
    private const string PlaceholderField = "_dummy";

    /// <summary>The declared layout of a struct of a referenced assembly, or <see langword="null"/> where it is not to be had.</summary>
    /// <remarks>The reference assemblies of the framework show placeholders in the place of fields.</remarks>
    public DeclaredLayout? Read(INamedTypeSymbol type)
    {
        foreach (var member in type.OriginalDefinition.GetMembers())
        {
            if (member is IFieldSymbol { Name: var name } && name.StartsWith(PlaceholderField, System.StringComparison.Ordinal))
                return null;
        }

        if (GetReader(type) is not { } reader
            || MetadataTokens.EntityHandle(type.OriginalDefinition.MetadataToken) is not { Kind: HandleKind.TypeDefinition } handle)
            return null;
        var definition = reader.GetTypeDefinition((TypeDefinitionHandle)handle);
        var layout = definition.GetLayout();
        var kind = (definition.Attributes & TypeAttributes.LayoutMask) switch
        {
            TypeAttributes.SequentialLayout => LayoutKind.Sequential,
            TypeAttributes.ExplicitLayout => LayoutKind.Explicit,
            _ => LayoutKind.Auto,
        };
        return new DeclaredLayout(kind, layout.PackingSize, layout.Size);
    }

    /// <summary>The offset that the metadata gives a field of an explicit layout.</summary>
    public int GetOffset(IFieldSymbol field) =>
        GetReader(field.ContainingType) is { } reader
        && MetadataTokens.EntityHandle(field.OriginalDefinition.MetadataToken) is { Kind: HandleKind.FieldDefinition } handle
            ? reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetOffset()
            : -1;

    private MetadataReader? GetReader(INamedTypeSymbol type)
    {
        if (type.ContainingAssembly is not { } assembly
            || compilation.GetMetadataReference(assembly) is not PortableExecutableReference reference)
            return null;
        if (reference.GetMetadata() is not AssemblyMetadata metadata)
            return null;
        foreach (var module in metadata.GetModules())
        {
            if (module.Name == type.ContainingModule.Name)
                return module.GetMetadataReader();
        }

        return null;
    }
}
