// forbidden: no-undef — no console
console.log('a pure library answers, it does not print');
