console.log('a script');
