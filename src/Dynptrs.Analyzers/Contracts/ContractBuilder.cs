using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using static Dynptrs.Analyzers.Contracts.NamedArguments;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>Builds the contract of one method from its modifiers and attributes.</summary>
internal sealed partial class ContractBuilder
{
    private const int NoParameter = -1;

    private readonly KnownTypes _known;
    private readonly TypeLowering _types;
    private readonly ContractReader _reader;
    private readonly IMethodSymbol _method;
    private readonly IParameterSymbol? _extensionReceiver;
    private readonly bool _hasReceiver;
    private ImmutableArray<UnknownParameterName>.Builder? _unknownNames;
    private ImmutableArray<RegionUse>.Builder? _regions;

    public ContractBuilder(KnownTypes known, TypeLowering types, ContractReader reader, IMethodSymbol method)
    {
        _known = known;
        _types = types;
        _reader = reader;
        _method = method;
        _extensionReceiver = ContractReader.ExtensionReceiver(method);
        _hasReceiver = ContractReader.HasReceiver(method);
    }

    public ImmutableArray<UnknownParameterName> UnknownNames => _unknownNames?.ToImmutable() ?? ImmutableArray<UnknownParameterName>.Empty;

    public MethodContract Build()
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterContract>(_method.Parameters.Length + 1);
        if (_extensionReceiver is not null)
        {
            parameters.Add(Read(_extensionReceiver, 0));
        }
        else if (_hasReceiver)
        {
            parameters.Add(new ParameterContract("this", _types.IrTypeOf(_method.ContainingType), ContractReader.ReceiverPassing(_method))
            {
                KernelType = KernelTypeOf(_method.ContainingType.OriginalDefinition),
            });
        }

        foreach (var parameter in _method.Parameters)
            parameters.Add(Read(parameter, parameters.Count));

        var result = ReadReturn();
        HelperRequirements? helper = null;
        var accesses = ImmutableArray<ContextAccess>.Empty;
        if (_method.AssociatedSymbol is IPropertySymbol property)
            ApplyToMethod(property.GetAttributes(), parameters, ref result, ref helper, ref accesses);
        ApplyToMethod(_method.GetAttributes(), parameters, ref result, ref helper, ref accesses);
        var field = StructField();
        if (field is { } written && _method.MethodKind == MethodKind.PropertySet)
            accesses = [new ContextAccess(written.Struct, written.Path, 0, IsWrite: true)];
        else if (field is not null && AccessOf(field, result.Type) is { } access)
            accesses = [access];
        return new MethodContract(DisplayName(_method), parameters.ToImmutable(), result)
        {
            Requirements = helper,
            ContextAccesses = accesses,
            StructField = field,
            Regions = _regions?.ToImmutable() ?? ImmutableArray<RegionUse>.Empty,
            EndsProgram = EndOfProgram(),
            IsDelegate = _method.MethodKind == MethodKind.DelegateInvoke,
            IsKernelField = _known.IsKernelField(_method),
        };
    }

    private static string DisplayName(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor => method.ContainingType.Name,
        MethodKind.Conversion => "conversion to " + method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        MethodKind.DelegateInvoke => method.ContainingType.Name,
        _ => method.AssociatedSymbol is IPropertySymbol { IsIndexer: false } property ? property.Name : method.Name,
    };

    private static string? Kind(AttributeData attribute) =>
        attribute.ConstructorArguments.IsEmpty ? null : attribute.ConstructorArguments[0].Value as string;

    private HelperRequirements Requirements(AttributeData attribute, ImmutableArray<ParameterContract>.Builder parameters) =>
        new(Kind(attribute) ?? "")
        {
            Id = Number(attribute, "Id"),
            Arguments = KernelArguments(attribute, parameters),
            ProgramTypes = Names(attribute, "ProgramTypes"),
            ExceptProgramTypes = Names(attribute, "ExceptProgramTypes"),
            PacketWriteProgramTypes = Names(attribute, "PacketWriteProgramTypes"),
            DynptrForm = Text(attribute, "DynptrForm"),
            TakesPacketMemory = Flag(attribute, "TakesPacketMemory"),
            IsSleepable = Flag(attribute, "Sleepable"),
            IsGplOnly = Flag(attribute, "GplOnly"),
            Since = KernelVersion.TryParse(Text(attribute, "Since")),
        };

    private static ValueRange? Range(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: long min }, { Value: long max }] ? new ValueRange(min, max) : null;

    private static PacketContract Packet(ContractAttribute kind, AttributeData attribute)
    {
        var edge = kind switch
        {
            ContractAttribute.PacketData => PacketEdge.Data,
            ContractAttribute.PacketEnd => PacketEdge.End,
            _ => PacketEdge.Metadata,
        };
        return new PacketContract(edge, Kind(attribute) ?? "", Names(attribute, "WriteProgramTypes"));
    }

    private static SliceInvalidation Invalidation(AttributeData attribute) =>
        new(Names(attribute, "When"), Names(attribute, "Of"));

    private ParameterContract Read(IParameterSymbol parameter, int index)
    {
        var contract = new ParameterContract(parameter.Name, _types.IrTypeOf(parameter.Type), ContractReader.Passing(parameter.RefKind))
        {
            KernelType = KernelTypeOf(parameter.OriginalDefinition.Type),
        };
        foreach (var attribute in parameter.GetAttributes())
        {
            var kind = _known.Classify(attribute);
            AddRegion(kind, attribute, index);
            contract = kind switch
            {
                ContractAttribute.Acquires => contract with { Acquires = true, Kind = Kind(attribute) ?? contract.Kind },
                ContractAttribute.BounceBuffer =>
                    contract with { Bounce = new BounceBuffer(Names(attribute.ConstructorArguments), Names(attribute, "RequiredFor")) },
                ContractAttribute.Borrowed => contract with { IsBorrowed = true, Kind = Kind(attribute) ?? contract.Kind },
                ContractAttribute.Callback => contract with { Callback = Callback(parameter, attribute) },
                ContractAttribute.CloneOf => contract with { CloneOf = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.ConstantForm => contract with { ConstantForm = Kind(attribute) },
                ContractAttribute.ConstantSize => contract with { IsConstantSize = true },
                ContractAttribute.ConstantString => contract with { IsConstantString = true },
                ContractAttribute.DependsOn => contract with { DependsOn = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.Initializes => contract with { Initializes = true, Kind = Kind(attribute) ?? contract.Kind },
                ContractAttribute.InRange => contract with { Range = Range(attribute), RangeExcept = Names(attribute, "Except") },
                ContractAttribute.InvalidatesSlices => contract with { Invalidates = Invalidation(attribute) },
                ContractAttribute.LengthOf => contract with { LengthOf = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.MapMemory => contract with { IsMapMemory = true },
                ContractAttribute.MayBeNull => contract with { MayBeNull = true },
                ContractAttribute.MinimumSize =>
                    contract with { MinimumSize = attribute.ConstructorArguments is [{ Value: long bytes }] ? bytes : null },
                ContractAttribute.ReadOnlyOrigin => contract with { IsReadOnlyOrigin = true },
                ContractAttribute.Releases => Release(contract, attribute),
                ContractAttribute.Trusted => contract with { IsTrusted = true, AcceptsRcu = Flag(attribute, "OrRcu") },
                ContractAttribute.WakesUp =>
                    contract with { WakeUpFlags = attribute.ConstructorArguments is [{ Value: ulong flags }] ? flags : 0 },
                ContractAttribute.Writes => contract with { IsWritten = true },
                _ => contract,
            };
        }

        return contract;
    }

    private static ParameterContract Release(ParameterContract contract, AttributeData attribute) =>
        contract with { Releases = true, ReleasesIfHeld = Flag(attribute, "IfHeld"), Kind = Kind(attribute) ?? contract.Kind };

    private ReturnContract ReadReturn()
    {
        var result = new ReturnContract(ReturnType())
        {
            IsByReference = _method.RefKind != RefKind.None,
            KernelType = KernelTypeOf(_method.OriginalDefinition.ReturnType),
            ObjectType = KernelTypeOf(_method.ReturnType),
            IsProbed = _known.KernelStruct(_method.ReturnType) is { IsProbed: true },
        };
        foreach (var attribute in _method.GetReturnTypeAttributes())
        {
            var kind = _known.Classify(attribute);
            AddRegion(kind, attribute, RegionUse.Result);
            result = kind switch
            {
                ContractAttribute.Acquires => result with { Acquires = true, Kind = Kind(attribute) ?? result.Kind },
                ContractAttribute.AtMostLengthOf => result with { AtMostLengthOf = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.Counts => Bounded(result, attribute),
                ContractAttribute.Decides => result with { Decides = true },
                ContractAttribute.DependsOn => result with { DependsOn = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.EndsLoops => result with { EndsLoops = true },
                ContractAttribute.Initializes => result with { Initializes = true, Kind = Kind(attribute) ?? result.Kind },
                ContractAttribute.InRange => result with { Range = Range(attribute) },
                ContractAttribute.LengthOf => result with { LengthOf = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.MayBeNull => result with
                {
                    MayBeNull = true,
                    ExceptIndex = Parameter(attribute, Text(attribute, "ExceptIndex")),
                    NullKinds = Names(attribute, "AlwaysFor"),
                },
                ContractAttribute.ReadOnlyOrigin => result with { IsReadOnlyOrigin = true },
                ContractAttribute.SameAs => result with { SameAs = Parameter(attribute, Kind(attribute)) },
                ContractAttribute.Untrusted => result with { IsUntrusted = true },
                ContractAttribute.SliceOf =>
                    result with { SliceOf = Parameter(attribute, Kind(attribute)), IsTagged = Flag(attribute, "Tagged") },
                _ => result,
            };
        }

        return result;
    }

    private ReturnContract Bounded(ReturnContract result, AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: string start }, { Value: string end }]
            ? result with { CountsFrom = Parameter(attribute, start), CountsTo = Parameter(attribute, end) }
            : result;

    private IrType? ReturnType()
    {
        if (_method.MethodKind == MethodKind.Constructor)
            return _method.ContainingType.IsValueType ? null : HandleType.Instance;
        if (_method.ReturnsVoid)
            return null;
        return _method.RefKind == RefKind.None
            ? _types.IrTypeOf(_method.ReturnType)
            : _types.Pointer(_types.IrTypeOf(_method.ReturnType), _method.RefKind == RefKind.RefReadOnly);
    }

    private void ApplyToMethod(
        ImmutableArray<AttributeData> attributes,
        ImmutableArray<ParameterContract>.Builder parameters,
        ref ReturnContract result,
        ref HelperRequirements? helper,
        ref ImmutableArray<ContextAccess> accesses)
    {
        foreach (var attribute in attributes)
        {
            var kind = _known.Classify(attribute);
            AddRegion(kind, attribute, parameters.Count > 0 && HasReceiver ? 0 : NoParameter);
            switch (kind)
            {
                case ContractAttribute.BpfHelper:
                    helper = Requirements(attribute, parameters);
                    break;
                case ContractAttribute.KernelField:
                    accesses = ContextAccessReader.Read(attribute, _method, _types);
                    result = result with { IsUntrusted = !_known.IsRcuProtected(_method.ReturnType) };
                    break;
                case ContractAttribute.NullTest:
                    result = result with { NullTest = attribute.ConstructorArguments is [{ Value: bool whenNull }] && whenNull };
                    break;
                case ContractAttribute.LengthOf:
                    result = result with { IsLength = true };
                    break;
                case ContractAttribute.PacketData or ContractAttribute.PacketEnd or ContractAttribute.PacketMetadata:
                    result = result with { Packet = Packet(kind, attribute) };
                    break;
                case ContractAttribute.Dereferences:
                    result = result with { Dereferences = true };
                    break;
                case ContractAttribute.Acquires or ContractAttribute.Releases or ContractAttribute.InvalidatesSlices
                    or ContractAttribute.MapMemory or ContractAttribute.Trusted or ContractAttribute.Writes when parameters.Count > 0:
                    var receiver = parameters[0];
                    parameters[0] = kind switch
                    {
                        ContractAttribute.Acquires => receiver with { Acquires = true, Kind = Kind(attribute) ?? receiver.Kind },
                        ContractAttribute.Releases => Release(receiver, attribute),
                        ContractAttribute.MapMemory => receiver with { IsMapMemory = true },
                        ContractAttribute.Trusted => receiver with { IsTrusted = true, AcceptsRcu = Flag(attribute, "OrRcu") },
                        ContractAttribute.Writes => receiver with { IsWritten = true },
                        _ => receiver with { Invalidates = Invalidation(attribute) },
                    };
                    break;
            }
        }
    }

    private EndOfProgram? EndOfProgram()
    {
        foreach (var attribute in _method.GetAttributes())
        {
            if (_known.Classify(attribute) == ContractAttribute.EndsProgram)
                return new EndOfProgram(Names(attribute, "InvalidatesSlicesOf"));
        }

        return null;
    }

    private bool HasReceiver => _hasReceiver || _extensionReceiver is not null || _method.IsExtensionMethod;

    private void AddRegion(ContractAttribute kind, AttributeData attribute, int parameter)
    {
        RegionEffect? effect = kind switch
        {
            ContractAttribute.EntersRegion => RegionEffect.Enters,
            ContractAttribute.LeavesRegion => RegionEffect.Leaves,
            ContractAttribute.NeedsRegion => RegionEffect.Needs,
            ContractAttribute.AllowedInRegion => RegionEffect.IsAllowedIn,
            _ => null,
        };
        if (effect is { } known && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }] && _known.Region(type) is { } region)
            (_regions ??= ImmutableArray.CreateBuilder<RegionUse>()).Add(new RegionUse(region, known, parameter));
    }

    private CallbackContract? Callback(IParameterSymbol parameter, AttributeData attribute)
    {
        if (parameter.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
            return null;
        int context = NoParameter, runs = NoParameter;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "Context":
                    context = Parameter(attribute, argument.Value.Value as string);
                    break;
                case "Runs":
                    runs = Parameter(attribute, argument.Value.Value as string);
                    break;
            }
        }

        return new CallbackContract(context, runs, _reader.ReadAlways(invoke));
    }

    private int Parameter(AttributeData attribute, string? name)
    {
        if (name is null)
            return NoParameter;
        var first = _hasReceiver ? 1 : 0;
        if (_hasReceiver && (name == "this" || name == _extensionReceiver?.Name))
            return 0;
        // The static form of an extension: its receiver is its first parameter.
        if (name == "this" && _method.IsStatic && _method.Parameters.Length > 0)
            return 0;
        foreach (var parameter in _method.Parameters)
        {
            if (parameter.Name == name)
                return first + parameter.Ordinal;
        }

        (_unknownNames ??= ImmutableArray.CreateBuilder<UnknownParameterName>()).Add(new UnknownParameterName(attribute, name));
        return NoParameter;
    }
}
