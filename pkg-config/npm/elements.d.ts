/** Loading the elements defines them. There is nothing to import. */
export {};
