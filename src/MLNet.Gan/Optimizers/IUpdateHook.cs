namespace MLNet.Gan;

/// <summary>Something that is done to a player's parameters or gradient around every update.</summary>
public interface IUpdateHook : IChoice
{
    /// <summary>Changes, in place, the gradient that the optimizer will see.</summary>
    /// <param name="parameters">All parameters of the player in one vector [P].</param>
    /// <param name="gradient">Their gradient [P].</param>
    void Before(Tensor parameters, Tensor gradient)
    {
    }

    /// <summary>Changes, in place, the parameters that the optimizer left.</summary>
    /// <param name="parameters">All parameters of the player in one vector [P].</param>
    /// <param name="learningRate">The step size of the update.</param>
    void After(Tensor parameters, double learningRate)
    {
    }
}
