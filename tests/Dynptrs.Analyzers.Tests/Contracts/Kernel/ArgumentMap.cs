using System;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>
/// Which parameters of a member stand for which arguments of its helper: those of the same sort, in the order of the declaration.
/// A span stands for a pointer and a length, a variable or a view of a type for a size too, and numbers and contexts may be left out.
/// </summary>
internal sealed class ArgumentMap
{
    private readonly KernelHelper _helper;
    private readonly HelperMember _member;
    private readonly (ArgumentSource Source, int Parameter)[] _arguments;

    private ArgumentMap(KernelHelper helper, HelperMember member)
    {
        _helper = helper;
        _member = member;
        _arguments = new (ArgumentSource, int)[helper.Parameters.Length];
    }

    /// <summary>What comes for an argument, and from which parameter.</summary>
    public (ArgumentSource Source, int Parameter) this[int argument] => _arguments[argument];

    /// <summary>The name of the argument that a parameter stands for; <see langword="null"/> for -1.</summary>
    public string? NameOf(int parameter) => parameter < 0
        ? null
        : _helper.Parameters[Array.IndexOf(_arguments, (ArgumentSource.Parameter, parameter))].Name;

    /// <summary>The argument of a name.</summary>
    public int IndexOf(string name) => _helper.Parameters.Select(parameter => parameter.Name).ToImmutableArray().IndexOf(name);

    /// <summary>Lays the parameters of a member on the arguments of its helper; <see langword="null"/> where they do not fit.</summary>
    public static ArgumentMap? TryCreate(KernelHelper helper, HelperMember member)
    {
        var map = new ArgumentMap(helper, member);
        return map.Fill() ? map : null;
    }

    private bool Fill()
    {
        var next = 0;
        for (var i = 0; i < _arguments.Length; i++)
        {
            var argument = _helper.Parameters[i];
            var parameter = next < _member.Order.Length ? _member.Contract.Parameters[_member.Order[next]] : null;
            if (IsSizeOfResult(argument))
            {
                _arguments[i] = (ArgumentSource.SizeOfResult, -1);
            }
            else if (IsTypeOfResult(argument))
            {
                _arguments[i] = (ArgumentSource.TypeOfResult, -1);
            }
            else if (parameter is not { LengthOf: >= 0 } && FindMemory(argument, i) is >= 0 and var memory)
            {
                _arguments[i] = (ArgumentSource.SizeOfMemory, memory);
            }
            else if (parameter is not null && Fits(argument.Contract, parameter))
            {
                _arguments[i] = (ArgumentSource.Parameter, _member.Order[next++]);
            }
            else if (argument.Contract is { StackPointer: true } or { Flags: not null } || argument.IsVariadic)
            {
                _arguments[i] = (ArgumentSource.LeftOut, -1);
            }
            else
            {
                return false;
            }
        }

        // What is passed beside what has a name.
        if (_helper.Parameters is [.., { IsVariadic: true }])
        {
            while (next < _member.Order.Length && _member.Contract.Parameters[_member.Order[next]].Type is ScalarType)
                next++;
        }

        return next == _member.Order.Length;
    }

    /// <summary>Whether the member says the size by the type of what it gives a view of.</summary>
    private bool IsSizeOfResult(KernelParameter argument) =>
        argument.Name == _helper.Returns.Contract.SizeFrom && _member.Contract.Return.Type is ViewType { Element: not null };

    /// <summary>Whether the member says the type by that of what it gives.</summary>
    private bool IsTypeOfResult(KernelParameter argument) =>
        argument.Name == _helper.Returns.Contract.TypeFrom
        && _member.Contract.Requirements!.Arguments.Any(static given => given.Kind == KernelArgumentKind.ResultType);

    private int FindMemory(KernelParameter length, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (_helper.Parameters[i].Contract.MemLenPair == length.Name && _arguments[i].Source == ArgumentSource.Parameter)
                return _arguments[i].Parameter;
        }

        return -1;
    }

    private static bool Fits(KernelArgument argument, ParameterContract parameter) => argument switch
    {
        { Dynptr: not null } or { Iterator: not null } => parameter.Type is OwnerType,
        { Callback: not null } => parameter.Callback is not null,
        { StackPointer: true } => parameter.Passing == ArgumentPassing.Ref,
        { IsMemory: true } => IsMemory(parameter),
        { Scalar: true } or { Variadic: true } => parameter is { Type: ScalarType, Passing: ArgumentPassing.Value },
        { AnyValue: true } or { Unchecked: true } =>
            parameter is { Type: ScalarType, Passing: ArgumentPassing.Value } || IsMemory(parameter),
        _ => parameter is { Type: HandleType or ViewType, Passing: ArgumentPassing.Value, Callback: null },
    };

    private static bool IsMemory(ParameterContract parameter) =>
        parameter.Passing == ArgumentPassing.Value ? parameter.Type is PointerType : parameter.Type is not OwnerType;
}
