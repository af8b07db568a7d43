using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using static Dynptrs.Analyzers.Contracts.NamedArguments;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>The contract attributes of a compilation, resolved once.</summary>
internal sealed class KnownTypes
{
    private static readonly ContractAttribute[] All = (ContractAttribute[])Enum.GetValues(typeof(ContractAttribute));

    private readonly Dictionary<ISymbol, ContractAttribute> _attributes;
    private readonly ConcurrentDictionary<INamedTypeSymbol, RegionContract?> _regions = new(SymbolEqualityComparer.Default);

    private KnownTypes(INamedTypeSymbol declaration, Dictionary<ISymbol, ContractAttribute> attributes) =>
        (Declaration, _attributes) = (declaration, attributes);

    /// <summary>One of the attributes, whose assembly declares them all.</summary>
    public INamedTypeSymbol Declaration { get; }

    /// <summary>Resolves the attributes, or answers <see langword="null"/> where the runtime is not referenced.</summary>
    public static KnownTypes? Create(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName("Dynptrs.OwnerAttribute") is not { } declaration)
            return null;
        var attributes = new Dictionary<ISymbol, ContractAttribute>(SymbolEqualityComparer.Default);
        foreach (var attribute in All)
        {
            if (attribute != ContractAttribute.None
                && compilation.GetTypeByMetadataName($"Dynptrs.{attribute}Attribute") is { } type)
            {
                attributes[type] = attribute;
            }
        }

        return new KnownTypes(declaration, attributes);
    }

    /// <summary>Says which contract attribute this is.</summary>
    public ContractAttribute Classify(AttributeData attribute) =>
        attribute.AttributeClass is { } type && _attributes.TryGetValue(type, out var known) ? known : ContractAttribute.None;

    /// <summary>Whether a member stands for a field that the kernel lays out: what its body does is not the program's.</summary>
    public bool IsKernelField(IMethodSymbol method) =>
        Has(method, ContractAttribute.KernelField) || StructOf(method) is not null
        || (method.AssociatedSymbol is { } property && Has(property, ContractAttribute.KernelField));

    /// <summary>The bits that a property stands for, or <see langword="null"/>.</summary>
    public FieldBits? BitsOf(IPropertySymbol property)
    {
        if (property.IsStatic || property.ContainingType is not { IsValueType: true } type)
            return null;
        foreach (var attribute in property.GetAttributes())
        {
            if (Classify(attribute) != ContractAttribute.BitsOf
                || attribute.ConstructorArguments is not [{ Value: string name }, { Value: int offset }, { Value: int width }])
            {
                continue;
            }

            foreach (var member in type.GetMembers(name))
            {
                if (member is IFieldSymbol { IsStatic: false } field)
                    return new FieldBits(field, offset, width, attribute.NamedArguments is [{ Key: "IsNetworkOrder", Value.Value: true }]);
            }
        }

        return null;
    }

    /// <summary>Whether a type is a view whose operators are those of a pointer.</summary>
    public bool IsPointer(ITypeSymbol type) =>
        Find(type.OriginalDefinition, ContractAttribute.View) is { NamedArguments: [{ Key: "HasPointerArithmetic", Value.Value: true }] };

    /// <summary>The <c>[BpfProgram]</c> of a method, or <see langword="null"/> for what is no program.</summary>
    public AttributeData? ProgramAttribute(IMethodSymbol method) => Find(method, ContractAttribute.BpfProgram);

    /// <summary>The kernel's name and number of the helper that a member is, or <see langword="null"/>.</summary>
    public (string Name, int Number)? Helper(ISymbol member) =>
        Find(member, ContractAttribute.BpfHelper) is { ConstructorArguments: [{ Value: string name }] } attribute
            ? (name, Number(attribute, "Id"))
            : null;

    /// <summary>Whether a method says of the helper that its argument names whether the kernel has it.</summary>
    public bool TellsOfHelper(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [var name] }
        && Has(name, ContractAttribute.HelperName);

    /// <summary>The <c>[LoadTimeConstant]</c> of a field, or <see langword="null"/> where host code does not set it.</summary>
    public AttributeData? LoadTimeAttribute(IFieldSymbol field) => Find(field, ContractAttribute.LoadTimeConstant);

    /// <summary>The kernel's type of what a class stands for, or <see langword="null"/>.</summary>
    public string? KernelObject(ITypeSymbol type) =>
        Find(type, ContractAttribute.KernelObject) is { ConstructorArguments: [{ Value: string name }] } ? name
        : KernelStruct(type) is { } structure ? "struct " + structure.Name
        : null;

    /// <summary>The struct of the kernel's for which a class stands, or <see langword="null"/>.</summary>
    public KernelStruct? KernelStruct(ITypeSymbol type) =>
        Find(type, ContractAttribute.KernelStruct) is { ConstructorArguments: [{ Value: string name }] } attribute
            ? new KernelStruct(name, Flag(attribute, "IsContext"), Flag(attribute, "IsProbed"))
            : null;

    /// <summary>
    /// The struct of which a member stands for a field, or <see langword="null"/>: an automatic property of its class does.
    /// </summary>
    public KernelStruct? StructOf(IMethodSymbol method) =>
        method is { IsStatic: false, AssociatedSymbol: IPropertySymbol { IsIndexer: false } property }
        && KernelStruct(method.ContainingType) is { } structure
        && IsAutomatic(property)
            ? structure
            : null;

    private static bool IsAutomatic(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                return true;
        }

        // Of another assembly, private fields are not seen.
        foreach (var attribute in property.GetMethod?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
                return true;
        }

        return false;
    }

    /// <summary>Whether the kernel keeps an object of a class for as long as a program runs that has read it somewhere.</summary>
    public bool IsRcuProtected(ITypeSymbol type) =>
        Find(type, ContractAttribute.KernelObject) is { NamedArguments: [{ Key: "IsRcuProtected", Value.Value: true }] };

    /// <summary>
    /// The licence of the object that a program belongs to, or <see langword="null"/> where its class, and those around it, are none.
    /// </summary>
    public string? License(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Find(type, ContractAttribute.BpfObject) is { } attribute)
                return attribute.NamedArguments is [{ Key: "License", Value.Value: string license }] ? license : "";
        }

        return null;
    }

    /// <summary>The type of the kernel's that a type stands for, or <see langword="null"/> where nothing says it.</summary>
    public KernelType? KernelType(ITypeSymbol type)
    {
        if (Find(type.OriginalDefinition, ContractAttribute.KernelType) is not { ConstructorArguments: [{ Value: string name }] } attribute)
            return KernelObject(type.OriginalDefinition) is { } kernelObject ? new KernelType(kernelObject, 0, null) : null;
        return new KernelType(name, Number(attribute, "Size"), Text(attribute, "Destroy"))
        {
            IsOpaque = Flag(attribute, "IsOpaque"),
            ExceptProgramTypes = Names(attribute, "ExceptProgramTypes"),
        };
    }

    /// <summary>What is said of the maps that objects of a class are, or <see langword="null"/> for a class of other objects.</summary>
    public MapContract? Map(ITypeSymbol type)
    {
        if (Find(type.OriginalDefinition, ContractAttribute.KernelMap) is not { ConstructorArguments: [{ Value: string name }] } attribute)
            return null;
        return new MapContract(name)
        {
            HasKeys = !IsFalse(attribute, "HasKeys"),
            Key = Type(attribute, "Key"),
            Value = Type(attribute, "Value"),
            Flags = Bits(attribute, "Flags"),
            ExceptSleepable = Flag(attribute, "ExceptSleepable"),
        };
    }

    /// <summary>What is said of the region that a type stands for, or <see langword="null"/> where it stands for none.</summary>
    public RegionContract? Region(INamedTypeSymbol type) =>
        _regions.TryGetValue(type.OriginalDefinition, out var known)
            ? known
            : _regions.GetOrAdd(type.OriginalDefinition, ReadRegion(type.OriginalDefinition));

    private RegionContract? ReadRegion(INamedTypeSymbol type)
    {
        if (Find(type, ContractAttribute.Region) is not { } attribute)
            return null;
        var region = new RegionContract(type.ToDisplayString());
        foreach (var argument in attribute.NamedArguments)
        {
            region = argument switch
            {
                { Key: "Nests", Value.Value: bool nests } => region with { Nests = nests },
                { Key: "KeepsObjects", Value.Value: bool keeps } => region with { KeepsObjects = keeps },
                { Key: "LeftInOrder", Value.Value: bool inOrder } => region with { IsLeftInOrder = inOrder },
                { Key: "Calls", Value.Value: int calls } => region with { Calls = (RegionCalls)calls },
                _ => region,
            };
        }

        return region;
    }

    /// <summary>Whether the symbol carries the attribute.</summary>
    public bool Has(ISymbol symbol, ContractAttribute wanted) => Find(symbol, wanted) is not null;

    private AttributeData? Find(ISymbol symbol, ContractAttribute wanted)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Classify(attribute) == wanted)
                return attribute;
        }

        return null;
    }
}
