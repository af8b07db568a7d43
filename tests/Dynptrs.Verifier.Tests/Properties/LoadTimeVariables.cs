using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The variables of a program that is loaded with one of two numbers for what is set before.</summary>
internal sealed class LoadTimeVariables
{
    private readonly Dictionary<long, GlobalVariable> _variables = [];

    /// <summary>The variable that a program is loaded with instead of a constant.</summary>
    public GlobalVariable Of(Size size)
    {
        if (!_variables.TryGetValue(size.Constant, out var variable))
        {
            var name = $"set{size.Constant}";
            variable = new GlobalVariable(name, "program", new Site(name))
            {
                Type = ScalarType.I64,
                IsReadOnly = true,
                LoadTime = LoadTimeValues.Of([size.At(isHalved: false), size.At(isHalved: true)]),
            };
            _variables.Add(size.Constant, variable);
        }

        return variable;
    }
}
