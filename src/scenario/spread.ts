/** constant: no chance. The others have the same mean; erlang has shape 4. */
export type Spread = 'constant' | 'exponential' | 'uniform' | 'erlang'
