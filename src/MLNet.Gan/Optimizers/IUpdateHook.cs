namespace MLNet.Gan;

/// <summary>A change of a player's gradient before every update, or of its parameters after it.</summary>
public interface IUpdateHook : IChoice
{
    /// <summary>Changes the gradient in place before the optimizer uses it.</summary>
    /// <param name="parameters">All parameters of the player in one vector [P].</param>
    /// <param name="gradient">Their gradient [P].</param>
    void Before(Tensor parameters, Tensor gradient)
    {
    }

    /// <summary>Changes the parameters in place after the optimizer's update.</summary>
    /// <param name="parameters">All parameters of the player in one vector [P].</param>
    /// <param name="learningRate">The learning rate of the update.</param>
    void After(Tensor parameters, double learningRate)
    {
    }
}
