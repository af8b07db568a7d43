using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Stubs;

/// <summary>Reads one member that implements a helper into the shape of its stub.</summary>
internal sealed class HelperReader
{
    private const string This = "this";
    private const string FlagsOf = "FlagsOfAttribute";

    private readonly ISymbol _member;
    private readonly IMethodSymbol _method;
    private readonly AttributeData _helper;
    private readonly INamedTypeSymbol _container;
    private readonly IParameterSymbol? _extensionReceiver;
    private readonly string _receiver;
    private IParameterSymbol? _flagged;
    private ITypeSymbol? _flags;

    public HelperReader(ISymbol member, IMethodSymbol method, AttributeData helper)
    {
        _member = member;
        _method = method;
        _helper = helper;
        _container = member.ContainingType;
        _extensionReceiver = _container.IsExtension ? _container.ExtensionParameter : null;
        _receiver = _extensionReceiver?.Name ?? GetReceiverName(_container.Name);
    }

    private bool HasReceiver => _extensionReceiver is not null || !_method.IsStatic;

    /// <summary>The stub, and a second one that takes flags as members of their enumeration.</summary>
    public IEnumerable<Helper> ReadAll()
    {
        yield return Read();
        foreach (var parameter in _method.Parameters)
        {
            if (parameter.GetAttributes()
                .FirstOrDefault(attribute => attribute.AttributeClass is { Name: FlagsOf } && IsContract(attribute))
                is { ConstructorArguments: [{ Value: ITypeSymbol flags }] })
            {
                yield return new HelperReader(_member, _method, _helper) { _flagged = parameter, _flags = flags }.Read();
            }
        }
    }

    private Helper Read()
    {
        var typeParameters = (_container.IsExtension ? [] : _container.TypeParameters).Concat(_method.TypeParameters).ToList();
        var implementing = _method.AssociatedExtensionImplementation ?? _member;
        var implementation = implementing.GetDocumentationCommentId() ?? "";
        var order = GetOrder().ToList();
        return new Helper
        {
            Name = (string)_helper.ConstructorArguments[0].Value!,
            Summary = GetNamed("Summary") ?? "",
            Since = GetNamed("Since") ?? "",
            ProgramTypes = GetNames("ProgramTypes"),
            ExceptProgramTypes = GetNames("ExceptProgramTypes"),
            Key = MemberKey.Of((string)_helper.ConstructorArguments[0].Value!, typeParameters.Count, order.Select(TypeOf)),
            Reference = ReferenceText.Render(implementing),
            Implementation = implementation,
            Documentation = Document(implementation, order),
            Attributes = new EquatableArray<string>(GetAttributes()),
            ReturnAttributes = Render(_method.GetReturnTypeAttributes()),
            ReturnType = SignatureText.ReturnType(_method),
            TypeParameters = new EquatableArray<string>([.. typeParameters.Select(parameter => parameter.Name)]),
            Constraints = new EquatableArray<string>(
                [.. typeParameters.Select(SignatureText.Constraints).Where(clause => clause.Length > 0)]),
            Parameters = new EquatableArray<string>(
                [.. order.Select(name => name == This ? DeclareReceiver() : Declare(FindParameter(name)))]),
            Call = GetCall(),
        };
    }

    private static string GetReceiverName(string type) => char.ToLowerInvariant(type[0]) + type.Substring(1);

    private IEnumerable<string> GetOrder()
    {
        var order = _helper.NamedArguments.FirstOrDefault(argument => argument.Key == "Arguments").Value;
        if (order is { Kind: TypedConstantKind.Array, IsNull: false, Values.Length: > 0 })
            return order.Values.Select(value => (string)value.Value!).Where(IsParameter);
        var names = _method.Parameters.Select(parameter => parameter.Name);
        return HasReceiver ? names.Prepend(This) : names;
    }

    /// <summary>The kernel takes sizes and numbers, too.</summary>
    private bool IsParameter(string argument) => argument == This || _method.Parameters.Any(parameter => parameter.Name == argument);

    private (bool IsByReference, ITypeSymbol Type) TypeOf(string name)
    {
        if (name == This)
            return (ReceiverModifier().Length > 0, _extensionReceiver?.Type ?? _container);
        var parameter = FindParameter(name);
        return (parameter.RefKind != RefKind.None, IsFlagged(parameter) ? _flags! : parameter.Type);
    }

    private IParameterSymbol FindParameter(string name) => _method.Parameters.First(parameter => parameter.Name == name);

    /// <summary>The elements of the implementation's documentation, its parameters in the order of the stub's.</summary>
    private EquatableArray<DocumentationElement> Document(string implementation, List<string> order)
    {
        var elements = HelperDocumentation.Find(implementation);
        if (elements.Count == 0)
            return default;
        var parameters = order.Select(name => name == This
            ? elements.FirstOrDefault(element => element.Parameter == _receiver)
                ?? new DocumentationElement(
                    _receiver,
                    $"<param name=\"{_receiver}\">The <see cref=\"{(_extensionReceiver?.Type ?? _container).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace('<', '{').Replace('>', '}')}\"/>.</param>")
            : elements.FirstOrDefault(element => element.Parameter == name));
        return new EquatableArray<DocumentationElement>(
        [
            .. elements.Where(element => _method.TypeParameters
                .Concat(_container.TypeParameters)
                .Any(parameter => parameter.Name == element.Parameter)),
            .. parameters.OfType<DocumentationElement>(),
            .. elements.Where(element => element.Parameter.Length == 0),
        ]);
    }

    // A plain 0 fits a number and an enumeration: it is meant as a number.
    private ImmutableArray<string> GetAttributes()
    {
        ImmutableArray<string> attributes =
        [
            AttributeText.Render(_helper, _receiver, except: ["Summary"]),
            .. Render([.. _member.GetAttributes().Where(StaysOnMethod)]),
        ];
        return _flagged is null ? attributes : attributes.Add("global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)");
    }

    /// <summary>Whether an attribute is about the method: all are where it has no receiver, and those that no parameter can have.</summary>
    private bool StaysOnMethod(AttributeData attribute) => !HasReceiver || !IsOfParameter(attribute);

    private static bool IsOfParameter(AttributeData attribute)
    {
        foreach (var usage in attribute.AttributeClass!.GetAttributes())
        {
            if (usage is { AttributeClass.Name: nameof(AttributeUsageAttribute), ConstructorArguments: [{ Value: int targets }] })
                return ((AttributeTargets)targets).HasFlag(AttributeTargets.Parameter);
        }

        return false;
    }

    private string DeclareReceiver()
    {
        // What a contract says on the method, it says of the receiver.
        var attributes = _member.GetAttributes()
            .AddRange(_member is IPropertySymbol ? _method.GetAttributes() : [])
            .AddRange(_extensionReceiver?.GetAttributes() ?? []);
        var type = _extensionReceiver?.Type ?? _container;
        return $"{string.Concat(Render([.. attributes.Where(IsOfParameter)]).Select(attribute => $"[{attribute}] "))}{ReceiverModifier()}{type.ToDisplayString(SignatureText.TypeFormat)} {Identifier.Escape(_receiver)}";
    }

    private string ReceiverModifier() => (_extensionReceiver, _container) switch
    {
        ({ RefKind: RefKind.Ref }, _) => "ref ",
        ({ }, _) => "",
        (null, { IsValueType: true, IsRefLikeType: true }) when _method.IsReadOnly => "scoped in ",
        (null, { IsValueType: true }) => _method.IsReadOnly ? "in " : "ref ",
        _ => "",
    };

    private string Declare(IParameterSymbol parameter) =>
        string.Concat(Render(parameter.GetAttributes()).Select(attribute => $"[{attribute}] "))
        + SignatureText.Declare(parameter, IsFlagged(parameter) ? _flags! : parameter.Type);

    private string GetCall()
    {
        var typeArguments = SignatureText.TypeParameters(_method.TypeParameters);
        var arguments = _method.Parameters.Select(parameter => IsFlagged(parameter)
            ? $"({parameter.Type.ToDisplayString(SignatureText.TypeFormat)}){Identifier.Escape(parameter.Name)}"
            : SignatureText.Pass(parameter));
        var prefix = SignatureText.RefKindOf(_method).Length > 0 ? "ref " : "";
        if (_extensionReceiver is not null)
        {
            var receiver = (_extensionReceiver.RefKind == RefKind.Ref ? "ref " : "") + Identifier.Escape(_receiver);
            return $"{prefix}{_container.ContainingType.ToDisplayString(SignatureText.TypeFormat)}.{_member.Name}{typeArguments}({string.Join(", ", arguments.Prepend(receiver))})";
        }

        var target = HasReceiver ? Identifier.Escape(_receiver) : _container.ToDisplayString(SignatureText.TypeFormat);
        return _member is IPropertySymbol
            ? $"{prefix}{target}.{_member.Name}"
            : $"{prefix}{target}.{_member.Name}{typeArguments}({string.Join(", ", arguments)})";
    }

    /// <summary>The contracts among some attributes; the helper's name stays with the method.</summary>
    private EquatableArray<string> Render(ImmutableArray<AttributeData> attributes) => new(
    [
        .. attributes
            .Where(attribute => IsContract(attribute)
                && attribute.AttributeClass!.Name != FlagsOf
                && !SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _helper.AttributeClass))
            .Select(attribute => AttributeText.Render(attribute, _receiver, except: [])),
    ]);

    private EquatableArray<string> GetNames(string name) =>
        _helper.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value
            is { Kind: TypedConstantKind.Array, IsNull: false } names
                ? new EquatableArray<string>([.. names.Values.Select(value => (string)value.Value!)])
                : default;

    private bool IsFlagged(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter, _flagged);

    private bool IsContract(AttributeData attribute) =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.ContainingNamespace, _helper.AttributeClass!.ContainingNamespace);

    private string? GetNamed(string name) => _helper.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
